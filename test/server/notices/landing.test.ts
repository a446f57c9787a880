import { currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { toShanghai } from '../../../src/shared/kernel/shanghai';
import { fixedNow } from '../../support/fixed-clock';
import { layIntoInbox } from '../../support/inboxes';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Phase = { closesAt: string; state: string };
type Landing = {
  home: { contests: unknown[]; phases: Phase[]; edition: { nameZh: string } | null; now: string };
  past: { editionId: string } | null;
  unread: number;
};

test('the landing page is one call: the edition as its own call tells it, and nothing unread for a visitor', async () => {
  const landing = await server.ask<Landing>(null, 'notices/landing');
  expect(landing.home).toEqual(await server.ask(null, 'competition/home'));
  expect([landing.home.contests.length, landing.past?.editionId ?? null, landing.unread]).toEqual([
    18,
    'LF-XH-2025',
    0,
  ]);
});

test('who is signed in is told how many messages are unread', async () => {
  const message = (n: number, readAt: number | null) => ({
    id: makeUuidV7(fixedNow, new Uint8Array(10).fill(n)),
    personId: personaId('member'),
    readAt,
  });
  await layIntoInbox(server.db, message(1, null), message(2, null), message(3, fixedNow));
  expect((await server.ask<Landing>('member', 'notices/landing')).unread).toBe(2);
  expect((await server.ask<Landing>('entrant-new', 'notices/landing')).unread).toBe(0);
});

const rename = (nameZh: string) =>
  server.db.updateTable('edition').set({ name_zh: nameZh }).where('id', '=', currentEdition).execute();
const nameFor = async (as: string | null) => (await server.ask<Landing>(as, 'notices/landing')).home.edition?.nameZh;

test('it comes from memory for three seconds, for visitors and the signed-in alike, and not when the clock was moved', async () => {
  await rename('甲');
  server.clock.pass(3000);
  expect(await nameFor(null)).toBe('甲');
  await rename('乙');
  server.clock.pass(2999);
  expect([await nameFor(null), await nameFor('member')]).toEqual(['甲', '甲']);
  // But the hour is always that of the answer.
  expect((await server.ask<Landing>(null, 'notices/landing')).home.now).toBe(toShanghai(server.clock.now()));
  server.clock.pass(1);
  expect([await nameFor('member'), await nameFor(null)]).toEqual(['乙', '乙']);
  await rename('丙');
  server.clock.pass(-60_000);
  expect(await nameFor(null)).toBe('丙');
});

test('a phase that opens or closes ends what was remembered', async () => {
  const home = () => server.ask<Landing>(null, 'notices/landing').then((landing) => landing.home);
  const [signUp] = (await home()).phases;
  server.clock.set(Date.parse(signUp?.closesAt ?? '') - 1);
  expect((await home()).phases[0]?.state).toBe('open');
  server.clock.pass(1);
  expect((await home()).phases[0]?.state).toBe('closed');
});

test('a call that memory answers counts like any other', async () => {
  for (let n = 0; n < 6000; n += 1) await server.call(null, 'notices/landing');
  expect(await server.call(null, 'notices/landing')).toMatchObject({ status: 429 });
});
