import { sql } from 'kysely';
import { regions } from '../../../../cloudfunctions/core/platform/city/regions';
import { up as regionsUp } from '../../../../cloudfunctions/core/platform/migrations/0031-competition-regions';
import { filledDraft } from '../../../support/entry-factory';
import { freshServer, type TestServer } from '../../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

test('an edition that stood becomes its own first version, and every entry stands under it', async () => {
  const { rows } =
    await sql`select d.id, d.blueprint_version as n, b.blueprint = d.blueprint as same, b.cutoff_date = d.cutoff_date as dated
    from edition d join blueprint_version b on b.edition_id = d.id and b.n = d.blueprint_version order by d.id`.execute(
      server.db,
    );
  expect(rows).toEqual([
    { id: 'LF-XH-2025', n: 1, same: true, dated: true },
    { id: 'LF-XH-2026', n: 1, same: true, dated: true },
  ]);
  const { entryId } = await filledDraft(server);
  const entry = await server.db
    .selectFrom('entry')
    .select('blueprint_version')
    .where('id', '=', entryId)
    .executeTakeFirst();
  expect(entry).toEqual({ blueprint_version: 1 });
  await expect(
    server.db.updateTable('entry').set({ blueprint_version: 2 }).where('id', '=', entryId).execute(),
  ).rejects.toThrow('blueprint_version');
});

test('the regions came with the schema, and another city keeps its own', async () => {
  const stand = () => server.db.selectFrom('region').select(['id', 'name_zh', 'sort']).orderBy('sort').execute();
  expect(await stand()).toEqual(regions.map(({ id, nameZh, sort }) => ({ id, name_zh: nameZh, sort })));
  await server.db.updateTable('region').set({ name_zh: '别的县' }).where('id', '=', '141033').execute();
  await regionsUp(server.db as never);
  expect((await stand())[13]?.name_zh).toBe('别的县');
});
