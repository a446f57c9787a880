import { daysShown } from '../../../cloudfunctions/core/screening/stacks';
import { submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Stack = { when: string; date: string | null; mine: number; unclaimed: number };
const stacksOf = async (as: string) => (await server.ask<{ stacks?: Stack[] }>(as, 'notices/workbench')).stacks;

test('today stands first, then working days: over a weekend and a holiday none is skipped to', () => {
  expect(daysShown('2026-11-26')).toEqual(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']);
});

test('slips are piled by the day on which they fall due: one’s own, what nobody has, and what is late; others’ are not among them', async () => {
  const { entryId } = await submittedEntry(server, { leader: 'entrant-returned' });
  await claimAs(server, 'clerk-puxian-1', entryId);
  await insertEntryRows(server.db, { count: 3, regionId: '141033', state: 'submitted' });
  await server.db
    .updateTable('entry')
    .set({ review_due: '2026-11-20' })
    .where('id', '=', (eb) =>
      eb.selectFrom('entry').select('id').where('state', '=', 'submitted').orderBy('id').limit(1),
    )
    .execute();
  const mine = await stacksOf('clerk-puxian-1');
  const count = (stacks: Stack[] | undefined, of: 'mine' | 'unclaimed') =>
    stacks?.reduce((sum, stack) => sum + stack[of], 0);
  expect([mine?.length, mine?.[0]]).toEqual([6, { when: 'overdue', date: null, mine: 0, unclaimed: 1 }]);
  expect(mine?.map(({ when, date }) => date ?? when)).toEqual([
    'overdue',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    'later',
  ]);
  // Five working days are given, so what is claimed today is due later than these days.
  expect(mine?.at(-1)?.mine).toBe(1);
  server.clock.set(Date.UTC(2026, 11, 1, 1));
  expect((await stacksOf('clerk-puxian-1'))?.find(({ date }) => date === '2026-12-01')?.mine).toBe(1);
  const colleague = await stacksOf('clerk-puxian-2');
  expect([count(colleague, 'mine'), count(colleague, 'unclaimed')]).toEqual([0, count(mine, 'unclaimed')]);
  expect(count(await stacksOf('clerk-yaodu'), 'unclaimed')).toBe(0);
  expect([await stacksOf('auditor'), await stacksOf('entrant-new')]).toEqual([undefined, undefined]);
});

test('the queue is opened at one day', async () => {
  const filter = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
  const on = async (dueOn: string) =>
    (
      await server.ask<{ items: Array<{ dueDate: string | null }>; total: { count: number } }>(
        'clerk-puxian-1',
        'screening/queue',
        { filter: { ...filter, dueOn }, cursor: null },
      )
    ).items.map(({ dueDate }) => dueDate);
  expect(await on('2026-11-20')).toEqual(['2026-11-20']);
  expect(await on('2027-01-20')).toEqual([]);
});
