import { areas } from '../../../cloudfunctions/core/areas';
import { turnPhases } from '../../../cloudfunctions/core/competition/turn-phases';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { fixedNow } from '../../support/fixed-clock';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

/** Sign-up closes as 2026-12-14 begins in Shanghai, screening as 2026-12-24 does. */
const signUpCloses = Date.UTC(2026, 11, 13, 16);
const screeningCloses = Date.UTC(2026, 11, 23, 16);

const events = async () =>
  (await server.db.selectFrom('outbox').select(['event', 'subject', 'payload']).orderBy('subject').execute()).filter(
    ({ subject }) => subject === 'contest:LF-XH-2026-141033',
  );

test('phases that are open are told of once, the past edition’s never', async () => {
  expect(await turnPhases(server.home)).toBe(36);
  expect(await turnPhases(server.home)).toBe(0);
  const told = await server.db.selectFrom('outbox').select('subject').execute();
  expect(told.every(({ subject }) => subject.startsWith('contest:LF-XH-2026-'))).toBe(true);
});

test('one second before its end nothing is told, at its end it is', async () => {
  await turnPhases(server.home);
  server.clock.set(signUpCloses - 1000);
  expect(await turnPhases(server.home)).toBe(0);
  server.clock.set(signUpCloses);
  expect(await turnPhases(server.home)).toBe(18);
  expect((await events()).filter(({ event }) => event === 'phase.closed')).toEqual([
    {
      event: 'phase.closed',
      subject: 'contest:LF-XH-2026-141033',
      payload: {
        contestId: 'LF-XH-2026-141033',
        regionId: '141033',
        regionZh: '蒲县',
        phaseZh: '报名',
        closesAt: signUpCloses,
      },
    },
  ]);
});

test('of two timers at once one tells', async () => {
  const told = await Promise.all([turnPhases(server.home), turnPhases(server.home)]);
  expect(told.sort((a, b) => a - b)).toEqual([0, 36]);
  expect(await events()).toHaveLength(2);
});

test('a phase that is met only after its end is told as closed alone', async () => {
  server.clock.set(screeningCloses);
  // Two have ended, and the judging begins at that instant.
  expect(await turnPhases(server.home)).toBe(54);
  expect((await events()).map(({ event }) => event).sort()).toEqual(['phase.closed', 'phase.closed', 'phase.opened']);
});

test('the staff of the region are told, and nobody else', async () => {
  await turnPhases(server.home);
  server.clock.set(signUpCloses);
  await turnPhases(server.home);
  await deliverWaiting(server.home, areas);
  server.clock.set(fixedNow);
  const inbox = async (as: string) =>
    (await server.ask<{ items: Array<{ body: string; link: string }> }>(as, 'notices/inbox')).items;
  const puxian = await inbox('clerk-puxian-1');
  expect(puxian).toHaveLength(3);
  expect(puxian[0]).toMatchObject({
    title: '蒲县报名已截止',
    body: '蒲县报名已于12月13日（周日）24:00 截止，请查看是否还有未办结的项目。',
    link: '/packages/staff/queue/index?contestId=LF-XH-2026-141033',
  });
  expect(await inbox('lead-puxian')).toHaveLength(3);
  expect(await inbox('city')).toEqual([]);
  expect(await inbox('member')).toEqual([]);
});
