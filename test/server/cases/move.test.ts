import type { EntryCommand } from '@shared/entry/states';
import { move } from '../../../cloudfunctions/core/cases/move';
import { entryNoun } from '../../../cloudfunctions/core/entry/moves';
import { type EntryHead, entryHead } from '../../../cloudfunctions/core/entry/queries';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { submittedEntry } from '../../support/entry-factory';
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

const callAs = (persona: string, regionId: string | null, now = server.clock.now()) =>
  makeCall(
    server.home,
    server.db,
    {
      personId: personaId(persona),
      grants: regionId === null ? [] : [{ role: 'regionStaff', scope: { kind: 'region', regionId } }],
    },
    now,
  );

/** An entry of 蒲县 that `clerk-puxian-1` holds. */
async function heldEntry(): Promise<EntryHead> {
  const { entryId } = await submittedEntry(server);
  await claimAs(server, 'clerk-puxian-1', entryId);
  const head = await entryHead(callAs('clerk-puxian-1', '141033'), entryId, false);
  if (!head) throw new Error('there is no such entry');
  return head;
}

test('who may is decided before who holds it, that before the version, the state, the condition and what must be said; only then is work done', async () => {
  const entry = await heldEntry();
  const work = jest.fn(async () => ({}));
  const codeOf = async (call: ReturnType<typeof callAs>, command: EntryCommand, version: number, reason = '') =>
    move(call, entryNoun, entry, { command, version, input: { reason } }, work).then(
      () => 'done',
      ({ code }) => code,
    );
  const holder = callAs('clerk-puxian-1', '141033');
  const late = callAs('clerk-puxian-1', '141033', entry.screening?.closesAt ?? 0);
  const stale = entry.version - 1;
  expect([
    await codeOf(callAs('entrant-returned', null), 'claim', stale),
    await codeOf(callAs('clerk-puxian-2', '141033'), 'claim', stale),
    await codeOf(holder, 'claim', stale),
    await codeOf(late, 'claim', entry.version),
    await codeOf(late, 'reject', entry.version),
    await codeOf(holder, 'reject', entry.version, ' '),
  ]).toEqual([
    'NOT_FOUND',
    'CASE_HELD_BY_OTHER',
    'CASE_STALE',
    'ENTRY_MOVE_NOT_ALLOWED',
    'SCREENING_NOT_OPEN',
    'ENTRY_REASON_MISSING',
  ]);
  expect(work).not.toHaveBeenCalled();
  expect(await codeOf(holder, 'reject', entry.version, '不符合条件')).toBe('done');
  expect(work).toHaveBeenCalledTimes(1);
});

test('a row that is no longer as it was seen is not written', async () => {
  const entry = await heldEntry();
  const changed = server.db
    .updateTable('entry')
    .set({ version: entry.version + 1 })
    .where('id', '=', entry.entryId);
  const moved = move(
    callAs('clerk-puxian-1', '141033'),
    entryNoun,
    entry,
    { command: 'release', version: entry.version },
    async () => {
      await changed.execute();
      return {};
    },
  );
  await expect(moved).rejects.toMatchObject({ code: 'CASE_STALE' });
});

test('only the clock moves without a version, and only what is the clock’s', async () => {
  const entry = await heldEntry();
  const byPerson = move(callAs('clerk-puxian-1', '141033'), entryNoun, entry, { command: 'release', version: null });
  await expect(byPerson).rejects.toThrow('Only the clock');
  const clock = makeCall(server.home, server.db, null, server.clock.now());
  await expect(move(clock, entryNoun, entry, { command: 'release', version: null })).rejects.toThrow('Only the clock');
});

test('a draft that changed its contest leaves a line of the timeline that nobody reads, and is deleted with it', async () => {
  const { entryId } = await server.ask<{ entryId: string }>('entrant-new', 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode: 'idea_team',
  });
  const place = { contestId: 'LF-XH-2026-LFEDZ', trackCode: 'micro_audiovisual' };
  const moved = await server.ask('entrant-new', 'entry/changeContest', { entryId, version: 1, ...place });
  expect(moved).toEqual({ entryId, state: 'draft', stateZh: '填写中', version: 2 });
  const { timeline } = await server.ask<{ timeline: unknown[] }>('entrant-new', 'entry/status', { entryId });
  expect(timeline).toHaveLength(1);
  const rows = await server.db
    .selectFrom('move')
    .select(['n', 'move', 'details'])
    .where('subject_id', '=', entryId)
    .execute();
  expect(rows).toMatchObject([
    { n: 2, move: 'changeContest', details: { from: 'LF-XH-2026-141033', to: 'LF-XH-2026-LFEDZ' } },
  ]);
  expect(await server.ask('entrant-new', 'entry/deleteDraft', { entryId, version: 2 })).toEqual({ ok: true });
});

test('the audit of a move says by which call it was made, one by one or in a batch', async () => {
  const { entryId } = await submittedEntry(server);
  const version = await claimAs(server, 'clerk-puxian-1', entryId);
  await server.ask('clerk-puxian-1', 'screening/batchRun', { move: 'release', rows: [{ entryId, version }] });
  const rows = await server.db
    .selectFrom('audit')
    .select(['act', 'data'])
    .where('subject', '=', `entry:${entryId}`)
    .where('act', 'in', ['entry/submit', 'entry/claim', 'entry/release'])
    .orderBy('n')
    .execute();
  expect(rows.map(({ act, data }) => [act, (data as { path?: string }).path])).toEqual([
    ['entry/submit', 'entry/submit'],
    ['entry/claim', 'screening/claim'],
    ['entry/release', 'screening/batchRun'],
  ]);
});
