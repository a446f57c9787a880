import { screeningContract } from '@shared/screening/contract';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { viewReview } from './present-review';
import { reviewedEntry } from './reviewed-entry';

/** Writes a note for colleagues: no procedure of an entrant reads these rows. */
export const addNote = procedure(screeningContract.addNote, reviewedEntry, async (call, { body }, entry) => {
  await writeNote(call, entry.entryId, body);
  return viewReview(call, entry);
});

/** Keeps staff's own words on an entry, in the caller's name. */
export async function writeNote(call: Call, entryId: string, body: string): Promise<void> {
  const id = call.newId();
  await call.db
    .insertInto('review_note')
    .values({ id, entry_id: entryId, author: me(call), body, at: at(call.now) })
    .execute();
  await audit(call, `entry:${entryId}`, 'screening/addNote', { noteId: id });
}
