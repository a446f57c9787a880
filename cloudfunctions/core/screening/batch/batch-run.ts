import { entryLifecycle } from '@shared/entry/lifecycle';
import { reviewAccess } from '@shared/screening/access';
import { screeningContract } from '@shared/screening/contract';
import { sql } from 'kysely';
import { moveEntry } from '../../entry/moves';
import { type EntryHead, titleForStaff } from '../../entry/queries';
import { type Call, withRightsAsOfNow } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { decide, whoActs } from '../decisions/decide';
import { reviewedEntry } from '../review/reviewed-entry';
import type { BatchMove } from './batch-rows';

type Ordered = { entryId: string; version: number };
type Outcome = { entryId: string; title: string; ok: boolean; message: string };

/**
 * Makes the same move with many entries, each behind a savepoint of its own, decided anew by the rules of the single move:
 * one row's refusal stops no other, and each row says in words what became of it. Rows are locked in the order of their
 * ids, so that two batches at once never wait for each other in a ring.
 */
export const batchRun = procedure(screeningContract.batchRun, noSubject, async (call, { move, rows }) => {
  const outcomes = new Map<string, Outcome>();
  const once = [...new Map(rows.map((row) => [row.entryId, row])).values()];
  for (const row of once.sort((a, b) => (a.entryId < b.entryId ? -1 : 1)))
    outcomes.set(row.entryId, await runRow(call, move, row));
  const asAsked = [...new Set(rows.map(({ entryId }) => entryId))].flatMap((id) => outcomes.get(id) ?? []);
  const succeeded = asAsked.filter(({ ok }) => ok).length;
  return { rows: asAsked, succeeded, failed: asAsked.length - succeeded };
});

async function runRow(call: Call, move: BatchMove, row: Ordered): Promise<Outcome> {
  let title = '';
  await sql`savepoint batch_row`.execute(call.db);
  try {
    const entry = await reviewedEntry(call, { entryId: row.entryId }, true);
    // Under the row's lock, as for a single move.
    const asked = await withRightsAsOfNow(call);
    insistAllowed(asked, move, entry);
    title = titleForStaff(entry);
    await decide(asked, entry, move, row);
    const { stateZh } = await moveEntry(asked, entry, { command: move });
    await sql`release savepoint batch_row`.execute(call.db);
    return {
      entryId: row.entryId,
      title,
      ok: true,
      message: `已${entryLifecycle.moves[move].label}，现为“${stateZh}”`,
    };
  } catch (error) {
    // Only a rule's no belongs to the row; anything else ends the whole batch and is answered as what it is.
    if (!(error instanceof Refused)) throw error;
    await sql`rollback to savepoint batch_row`.execute(call.db);
    return { entryId: row.entryId, title, ok: false, message: error.message || '没有办成：项目刚有变化。请刷新后再办' };
  }
}

/** Refuses unless this person may make the move with the row's entry: a batch opens nothing that a single move would not. */
function insistAllowed(call: Call, move: BatchMove, entry: EntryHead | null): asserts entry is EntryHead {
  const verdict = entry && reviewAccess.decide(move, whoActs(call), entry);
  if (!entry || (verdict && !verdict.ok && verdict.hidden))
    throw new Refused('NOT_FOUND', '没有找到这个项目，可能已转到其他县（市、区）');
  if (verdict && !verdict.ok) throw new Refused('FORBIDDEN', verdict.reason);
}
