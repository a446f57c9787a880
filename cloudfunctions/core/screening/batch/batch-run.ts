import { entryLifecycle } from '@shared/entry/lifecycle';
import { screeningContract } from '@shared/screening/contract';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { titleForStaff } from '../../entry/queries';
import { type Call, withRightsAsOfNow } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { judged } from '../decisions/judged';
import { reviewedEntry } from '../review/reviewed-entry';
import { type BatchMove, unknown } from './batch-rows';

type Ordered = { entryId: string; version: number };
type Outcome = { entryId: string; title: string; ok: boolean; message: string };

/**
 * Makes the same move with many entries, each behind a savepoint of its own, decided anew by the rules of the single move:
 * one row's refusal stops no other, and each row says in words what became of it. Rows are locked in the order of their
 * ids, so that two batches at once never wait for each other in a ring.
 */
export const batchRun = procedure(screeningContract.batchRun, noSubject, async (call, { move: command, rows }) => {
  const outcomes = new Map<string, Outcome>();
  const once = [...new Map(rows.map((row) => [row.entryId, row])).values()];
  for (const row of once.sort((a, b) => (a.entryId < b.entryId ? -1 : 1)))
    outcomes.set(row.entryId, await runRow(call, command, row));
  const asAsked = [...new Set(rows.map(({ entryId }) => entryId))].flatMap((id) => outcomes.get(id) ?? []);
  const succeeded = asAsked.filter(({ ok }) => ok).length;
  return { rows: asAsked, succeeded, failed: asAsked.length - succeeded };
});

async function runRow(call: Call, command: BatchMove, row: Ordered): Promise<Outcome> {
  let title = '';
  await sql`savepoint batch_row`.execute(call.db);
  try {
    const entry = await reviewedEntry(call, { entryId: row.entryId }, true);
    if (!entry) throw new Refused('NOT_FOUND');
    // Under the row's lock, as for a single move.
    const asked = await withRightsAsOfNow(call);
    title = titleForStaff(entry);
    const { stateZh } = await move(asked, entryNoun, entry, { command, version: row.version }, async () => {
      if (command === 'approve') await judged(asked, entry, command);
      return {};
    });
    await sql`release savepoint batch_row`.execute(call.db);
    const message = `已${entryLifecycle.moves[command].label}，现为“${stateZh}”`;
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
