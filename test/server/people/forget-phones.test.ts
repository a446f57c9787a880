import { forgetPhones } from '../../../cloudfunctions/core/people/forget-contacts';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { addMonths, shanghaiDate, startOfDay } from '../../../src/shared/kernel/shanghai';
import { freshServer, type TestServer } from '../../support/server';

const day = 86_400_000;
let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
  Object.assign(server.home, { wechat: { phoneOf: async () => '19900008000', openidOf: async () => null } });
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const phones = () =>
  server.db
    .selectFrom('person')
    .select(['phone_sealed', 'phone_masked', 'last_used_on'])
    .where((is) => is.or([is('phone_masked', 'is not', null), is('last_used_on', 'is not', null)]))
    .execute();

/** The clock goes on by years, and whoever had signed in still has. */
async function standAt(ms: number): Promise<void> {
  server.clock.set(ms);
  await server.db
    .updateTable('session')
    .set({ expires_at: new Date(ms + day) })
    .execute();
}

test('the number that WeChat told goes a year after its owner’s last call, and may be bound again', async () => {
  await server.ask('member', 'people/bindPhone', { code: 'a-code' });
  const bound = server.clock.now();
  await standAt(bound + 100 * day);
  // To look is to use.
  await server.ask('member', 'people/me', {});
  const last = shanghaiDate(server.clock.now());
  expect(await phones()).toMatchObject([{ phone_masked: '199****8000', last_used_on: last }]);
  const due = startOfDay(addMonths(last, 12)) + day;
  await standAt(due - 1);
  expect([await forgetPhones(server.home), (await phones()).length]).toEqual([0, 1]);
  await standAt(due);
  expect([await forgetPhones(server.home), await phones()]).toEqual([1, []]);
  const told = await server.db
    .selectFrom('audit')
    .select(['subject', 'actor', 'data'])
    .where('act', '=', 'people/forgetPhones')
    .execute();
  expect(told).toEqual([{ subject: 'person:phones', actor: 'system', data: { personIds: [personaId('member')] } }]);
  expect(await server.ask('member', 'people/me', {})).toMatchObject({ phoneMasked: null });
  expect(await server.ask('member', 'people/bindPhone', { code: 'a-code' })).toMatchObject({
    phoneMasked: '199****8000',
  });
  expect(await forgetPhones(server.home)).toBe(0);
});

test('of whom no number is kept no day is kept either; the demo’s clock moved back is today', async () => {
  await server.ask('entrant-new', 'people/me', {});
  expect(await phones()).toEqual([]);
  await server.ask('member', 'people/bindPhone', { code: 'a-code' });
  const before = shanghaiDate(server.clock.now());
  await standAt(server.clock.now() + 400 * day);
  await server.ask('member', 'people/me', {});
  await standAt(server.clock.now() - 400 * day);
  await server.ask('member', 'people/me', {});
  expect(await phones()).toMatchObject([{ last_used_on: before }]);
});

test('a number from before the day was kept counts from its owner’s first day', async () => {
  await server.ask('member', 'people/bindPhone', { code: 'a-code' });
  const created = server.clock.now() - 500 * day;
  await server.db
    .updateTable('person')
    .set({ last_used_on: null, created_at: new Date(created) })
    .where('id', '=', personaId('member'))
    .execute();
  expect(await forgetPhones(server.home)).toBe(1);
});
