import { entryLifecycle } from '@shared/entry/lifecycle';
import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { decideToApprove } from '../decisions/approve';
import { releaseEntry } from '../decisions/release';
import type { BatchMove } from './batch-rows';
import { type Outcome, outcomeOf } from './outcome';

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
    outcomes.set(
      row.entryId,
      await outcomeOf(call, row.entryId, (asked, entry) => acts[command](asked, entry, row.version, batchId)),
    );
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
