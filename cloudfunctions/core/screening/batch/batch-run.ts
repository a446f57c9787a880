import { entryLifecycle } from '@shared/entry/lifecycle';
import { screeningContract } from '@shared/screening/contract';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { type EntryHead, titleForStaff } from '../../entry/queries';
import { type Call, withRightsAsOfNow } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { decideToApprove } from '../decisions/approve';
import { releaseEntry } from '../decisions/release';
import { reviewedEntry } from '../review/reviewed-entry';
import { type BatchMove, unknown } from './batch-rows';

type Ordered = { entryId: string; version: number };
type Outcome = { entryId: string; title: string; ok: boolean; message: string };

/**
 * Does the same with many entries, each behind a savepoint of its own, decided anew by the rules of the single move:
 * one row's refusal stops no other, and each row says in words what became of it. Rows are locked in the order of their
 * ids, so that two batches at once never wait for each other in a ring.
 */
export const batchRun = procedure(screeningContract.batchRun, noSubject, async (call, { move: command, rows }) => {
  const batchId = call.newId();
  const outcomes = new Map<string, Outcome>();
  const once = [...new Map(rows.map((row) => [row.entryId, row])).values()];
  for (const row of once.sort((a, b) => (a.entryId < b.entryId ? -1 : 1)))
    outcomes.set(row.entryId, await runRow(call, command, batchId, row));
  const asAsked = [...new Set(rows.map(({ entryId }) => entryId))].flatMap((id) => outcomes.get(id) ?? []);
  const succeeded = asAsked.filter(({ ok }) => ok).length;
  const decided = command === 'approve' && succeeded > 0;
  return { rows: asAsked, succeeded, failed: asAsked.length - succeeded, batchId: decided ? batchId : null };
});

/** What each move of a batch does with one row, by the single move's own rules; answers what became of it in words. */
const acts: Record<BatchMove, (call: Call, entry: EntryHead, version: number, batchId: string) => Promise<string>> = {
  claim: async (call, entry, version) =>
    moved('claim', await move(call, entryNoun, entry, { command: 'claim', version })),
  release: async (call, entry, version) => moved('release', await releaseEntry(call, entry, version)),
  approve: async (call, entry, version, batchId) => {
    const { decision } = await decideToApprove(call, entry, version, batchId);
    return `已决定“${entryLifecycle.moves.approve.label}”，${decision.secondsLeft === null ? '待复核签字' : '10 分钟后告知参赛者'}`;
  },
};

const moved = (move: BatchMove, { stateZh }: { stateZh: string }) =>
  `已${entryLifecycle.moves[move].label}，现为“${stateZh}”`;

async function runRow(call: Call, command: BatchMove, batchId: string, row: Ordered): Promise<Outcome> {
  let title = '';
  await sql`savepoint batch_row`.execute(call.db);
  try {
    const entry = await reviewedEntry(call, { entryId: row.entryId }, true);
    if (!entry) throw new Refused('NOT_FOUND');
    // Under the row's lock, as for a single move.
    const asked = await withRightsAsOfNow(call);
    title = titleForStaff(entry);
    const message = await acts[command](asked, entry, row.version, batchId);
    await sql`release savepoint batch_row`.execute(call.db);
    return { entryId: row.entryId, title, ok: true, message };
  } catch (error) {
    // Only a rule's no belongs to the row; anything else ends the whole batch and is answered as what it is.
    if (!(error instanceof Refused)) throw error;
    await sql`rollback to savepoint batch_row`.execute(call.db);
    // Of an entry that the caller may not know of, not even its title is said.
    if (error.code === 'NOT_FOUND') return { entryId: row.entryId, title: '', ok: false, message: unknown };
    return { entryId: row.entryId, title, ok: false, message: error.message || '没有办成：项目刚有变化。请刷新后再办' };
  }
}
