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

test('a visitor reads what is in force first, and what has expired says so', async () => {
  expect((await list()).map(({ code, inForce }) => [code, inForce])).toEqual([
    ['guaranteed-loan', true],
    ['guaranteed-loan-national', true],
    ['incubator-place', true],
    ['referral', true],
    ['training', true],
    ['guaranteed-loan-national-2020', false],
  ]);
});

test('what has no official document behind it is marked as demonstration', async () => {
  for (const { docNo, demonstration } of await list()) expect(demonstration).toBe(docNo === '市级文件待补');
});

test('the national loan policy ends with its last day', async () => {
  const inForce = async () =>
    (await server.ask<Policy>(null, 'policies/get', { code: 'guaranteed-loan-national' })).inForce;
  server.clock.set(Date.UTC(2028, 8, 30, 15, 59, 59));
  expect(await inForce()).toBe(true);
  server.clock.set(Date.UTC(2028, 8, 30, 16));
  expect(await inForce()).toBe(false);
});

test('the newest version speaks, and an unknown code is 404', async () => {
  await seedPolicies(server.db);
  const first = await server.db
    .selectFrom('policy_version')
    .selectAll()
    .where('code', '=', 'training')
    .executeTakeFirstOrThrow();
  await server.db
    .insertInto('policy_version')
    .values({ ...first, version: 2, title_zh: '定制化创业培训（修订）' })
    .execute();
  expect(await server.ask(null, 'policies/get', { code: 'training' })).toMatchObject({
    titleZh: '定制化创业培训（修订）',
  });
  expect(await list()).toHaveLength(6);
  expect((await server.call(null, 'policies/get', { code: 'nothing' })).status).toBe(404);
});
