import { sql } from 'kysely';
import { up } from '../../../../cloudfunctions/core/platform/migrations/0023-people-grant-scopes';
import { freshServer, type TestServer } from '../../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(() => server.close());

type Row = { role: string; scope_kind: string; region_id: string | null; organisation_id: string | null };

const grants = async (): Promise<Row[]> =>
  (await sql<Row>`select role, scope_kind, region_id, organisation_id from role_grant order by id`.execute(server.db))
    .rows;

/** The tables as they stood before. */
async function takeBack(): Promise<void> {
  await sql`alter table role_grant drop column scope_kind, drop column organisation_id`.execute(server.db);
  await sql`drop table organisation cascade`.execute(server.db);
}

test('a grant that named no region reaches all, one that named a region that region', async () => {
  // Before, there were no organisations.
  await sql`delete from role_grant where scope_kind = 'organisation'`.execute(server.db);
  const before = await grants();
  expect(new Set(before.map(({ scope_kind }) => scope_kind))).toEqual(new Set(['all', 'region']));
  await takeBack();
  await up(server.db as never);
  expect(await grants()).toEqual(before);
  expect((await server.call('city', 'people/listFeedback', { answered: false })).status).toBe(200);
});

test.each([
  ['a region that is not named', { scope_kind: 'region', region_id: null }],
  ['everywhere and a region', { scope_kind: 'all', region_id: '141033' }],
  ['an organisation that is not named', { scope_kind: 'organisation', region_id: null }],
  ['no scope', { scope_kind: null, region_id: '141033' }],
  ['a scope of no kind of ours', { scope_kind: 'city', region_id: null }],
])('a row of %s is not taken', async (_of, { scope_kind, region_id }) => {
  const write = sql`update role_grant set scope_kind = ${scope_kind}, region_id = ${region_id}`.execute(server.db);
  await expect(write).rejects.toThrow(/role_grant|scope_kind/);
});
