import { openVersion } from '../../../cloudfunctions/core/policies/library/version-rows';
import { shippedPolicies } from '../../../cloudfunctions/core/policies/shipped';
import { seedPolicies } from '../../../cloudfunctions/core/seeds/policies';
import { fixedNow } from '../../support/fixed-clock';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await server.db.deleteFrom('policy_version').execute();
  await seedPolicies(server.db);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

type Policy = { code: string; docNo: string; inForce: boolean; demonstration: boolean };
const list = async () => (await server.ask<{ policies: Policy[] }>(null, 'policies/list')).policies;

test('a visitor reads what is in force first, and what has expired says so; of each policy the version of the day', async () => {
  const policies = await list();
  const codes = policies.map(({ code }) => code);
  expect([...codes].sort()).toEqual([...new Set(shippedPolicies.map(({ code }) => code))].sort());
  const over = policies.filter(({ inForce }) => !inForce).map(({ code }) => code);
  expect([over.length > 0, codes.slice(-over.length)]).toEqual([true, over]);
  expect(policies.find(({ code }) => code === 'guaranteed-loan-national')).toMatchObject({
    docNo: '财金〔2023〕75号',
    inForce: true,
  });
});

test('the national loan policy ends with its last day', async () => {
  const inForce = async () =>
    (await server.ask<Policy>(null, 'policies/get', { code: 'guaranteed-loan-national' })).inForce;
  server.clock.set(Date.UTC(2028, 8, 30, 15, 59, 59));
  expect(await inForce()).toBe(true);
  server.clock.set(Date.UTC(2028, 8, 30, 16));
  expect(await inForce()).toBe(false);
});

test('the version of the day speaks, of no policy are two in force on a day, and an unknown code is 404', async () => {
  const {
    definition: _,
    published_at: __,
    confirmed_at: ___,
    ...first
  } = await server.db.selectFrom('policy_version').selectAll().where('code', '=', 'training').executeTakeFirstOrThrow();
  const second = { ...first, version: 2, title_zh: '定制化创业培训（修订）', effective_from: '2026-12-01' };
  const insert = () => server.db.insertInto('policy_version').values(second).execute();
  await expect(insert()).rejects.toThrow('policy_version_one_a_day');
  const end = { effective_to: '2026-11-30' };
  await server.db.updateTable('policy_version').set(end).where('code', '=', 'training').execute();
  await insert();
  const title = async () => (await server.ask<{ titleZh: string }>(null, 'policies/get', { code: 'training' })).titleZh;
  expect(await title()).toBe('定制化创业培训');
  server.clock.set(Date.UTC(2026, 10, 30, 16));
  expect(await title()).toBe('定制化创业培训（修订）');
  expect((await server.call(null, 'policies/get', { code: 'nothing' })).status).toBe(404);
});

test('where none is in force the next to come speaks, else the one that ended last, whatever their numbers', async () => {
  const code = 'referral';
  const {
    definition: _,
    published_at: __,
    confirmed_at: ___,
    ...first
  } = await server.db.selectFrom('policy_version').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
  const say = async (version: number, from: string, to: string | null) =>
    server.db
      .insertInto('policy_version')
      .values({ ...first, version, title_zh: `第 ${version} 版`, effective_from: from, effective_to: to })
      .execute();
  await server.db.deleteFrom('policy_version').where('code', '=', code).execute();
  await say(3, '2026-09-01', '2026-09-30');
  await say(4, '2026-07-01', '2026-07-31');
  const title = async () => (await server.ask<{ titleZh: string }>(null, 'policies/get', { code })).titleZh;
  expect(await title()).toBe('第 3 版');
  await say(5, '2027-01-01', '2027-05-31');
  await say(6, '2027-06-01', null);
  expect(await title()).toBe('第 5 版');
  expect(await openVersion(server.db, code, '2026-11-24', 'demo')).toMatchObject({
    version: { version: 5 },
    opens: { closed: 'notYet' },
  });
});
