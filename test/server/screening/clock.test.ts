import { submittedEntry } from '../../support/entry-factory';
import { reviewOf } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const filter = {
  contestId: 'LF-XH-2026-141033',
  state: 'waiting',
  trackCode: null,
  claimed: 'any',
  overdue: false,
  q: '',
};
type Row = { entryId: string; dueDate: string; workdaysLeft: number; overdue: boolean; provisional: boolean };
const rows = async (overdue: boolean) =>
  (await server.ask<{ items: Row[] }>('clerk-puxian-1', 'screening/queue', { filter: { ...filter, overdue } })).items;

test('submitted on Tuesday 24 November, due on Tuesday 1 December; overdue shows from the day after and nothing approves', async () => {
  const { entryId } = await submittedEntry(server);
  const seen = async (utc: number) => {
    server.clock.set(utc);
    const { dueDate, workdaysLeft, provisional, state } = await reviewOf(server, 'clerk-puxian-1', entryId);
    const [row] = await rows(false);
    return [dueDate, workdaysLeft, provisional, state, row?.overdue, (await rows(true)).length];
  };
  expect(await seen(Date.UTC(2026, 10, 24, 2))).toEqual(['2026-12-01', 5, false, 'submitted', false, 0]);
  expect(await seen(Date.UTC(2026, 10, 28, 2))).toEqual(['2026-12-01', 2, false, 'submitted', false, 0]);
  expect(await seen(Date.UTC(2026, 11, 1, 15, 59, 59))).toEqual(['2026-12-01', 0, false, 'submitted', false, 0]);
  expect(await seen(Date.UTC(2026, 11, 1, 16))).toEqual(['2026-12-01', 0, false, 'submitted', true, 1]);
  expect(await seen(Date.UTC(2026, 11, 20, 16))).toEqual(['2026-12-01', 0, false, 'submitted', true, 1]);
});

test('a clock that runs into a year without an official table is marked provisional', async () => {
  await server.db
    .updateTable('phase')
    .set({ closes_at: new Date(Date.UTC(2027, 1, 1)) })
    .execute();
  server.clock.set(Date.UTC(2026, 11, 28, 1));
  const { entryId } = await submittedEntry(server);
  const { dueDate, workdaysLeft, provisional } = await reviewOf(server, 'clerk-puxian-1', entryId);
  // 29, 30 and 31 December, then 1 and 4 January as plain weekdays: New Year's Day is off, but no table says so yet.
  expect([dueDate, workdaysLeft, provisional]).toEqual(['2027-01-04', 5, true]);
});
