import { sql } from 'kysely';
import { type EntryHead, titleForStaff } from '../../entry/queries';
import { type Call, withRightsAsOfNow } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';
import { unknown } from './batch-rows';

/** What became of one row of a batch, in words. */
export type Outcome = { entryId: string; title: string; ok: boolean; message: string };

/**
 * Does something with one entry of a batch behind a savepoint: its refusal is said and stops no other.
 * @param act with the rights as of the row's lock, as for a single call; answers what became of it in words
 */
export async function outcomeOf(
  call: Call,
  entryId: string,
  act: (call: Call, entry: EntryHead) => Promise<string>,
): Promise<Outcome> {
  let title = '';
  await sql`savepoint batch_row`.execute(call.db);
  try {
    const entry = await reviewedEntry(call, { entryId }, true);
    if (!entry) throw new Refused('NOT_FOUND');
    const asked = await withRightsAsOfNow(call);
    title = titleForStaff(entry);
    const message = await act(asked, entry);
    await sql`release savepoint batch_row`.execute(call.db);
    return { entryId, title, ok: true, message };
  } catch (error) {
    // Only a rule's no belongs to the row; anything else ends the whole batch and is answered as what it is.
    if (!(error instanceof Refused)) throw error;
    await sql`rollback to savepoint batch_row`.execute(call.db);
    // Of an entry that the caller may not know of, not even its title is said.
    if (error.code === 'NOT_FOUND') return { entryId, title: '', ok: false, message: unknown };
    return { entryId, title, ok: false, message: error.message || '没有办成：项目刚有变化。请刷新后再办' };
  }
}
