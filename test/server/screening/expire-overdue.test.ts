import { expireOverdue } from '../../../cloudfunctions/core/screening/decisions/expire-overdue';
import { submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { returnAs, reviewOf } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

test('a correction is in until 23:59:59 of its last day and expires as the next day begins, once', async () => {
  const { entryId, leader } = await submittedEntry(server);
  const version = await returnAs(server, 'clerk-puxian-1', entryId, { jobs: { codes: ['JOBS_NO_BASIS'] } });
  const over = Date.UTC(2026, 11, 1, 16);
  server.clock.set(over - 1000);
  expect(await expireOverdue(server.home)).toBe(0);
  server.clock.set(over);
  const late = await server.call(leader, 'entry/resubmit', { entryId, version });
  expect(late.body).toMatchObject({ ok: false, error: { code: 'ENTRY_CORRECTION_OVERDUE' } });
  expect(await expireOverdue(server.home)).toBe(1);
  expect(await expireOverdue(server.home)).toBe(0);
  const { state, timeline } = await reviewOf(server, 'clerk-puxian-1', entryId);
  expect([state, timeline.at(-1)]).toEqual([
    'expired',
    { zh: '逾期失效', at: '2026-12-02T00:00:00+08:00', byZh: '系统', reason: null },
  ]);
  const told = await server.db.selectFrom('outbox').selectAll().where('event', '=', 'entry.expired').execute();
  expect(told.map(({ subject }) => subject)).toEqual([`entry:${entryId}`]);
});

test('one submitted in the last second stays in', async () => {
  const { entryId, leader } = await submittedEntry(server);
  const version = await returnAs(server, 'clerk-puxian-1', entryId, { jobs: { codes: ['JOBS_NO_BASIS'] } });
  const due = await server.db
    .selectFrom('entry')
    .select('correction_due_at')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  server.clock.set((due.correction_due_at ?? 0) - 1);
  await server.ask(leader, 'entry/resubmit', { entryId, version });
  server.clock.pass(1);
  expect(await expireOverdue(server.home)).toBe(0);
});

test('two timers at once end each of many entries once', async () => {
  const ids = await insertEntryRows(server.db, { count: 120, state: 'returned', regionId: '141033' });
  server.clock.set(Date.UTC(2026, 11, 31));
  const ended = await Promise.all([expireOverdue(server.home), expireOverdue(server.home)]);
  expect(ended[0] + ended[1]).toBe(120);
  const moves = await server.db.selectFrom('move').select('subject_id').where('subject_id', 'in', ids).execute();
  expect(moves.length).toBe(120);
});
