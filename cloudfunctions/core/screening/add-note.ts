import { screeningContract } from '@shared/screening/contract';
import { me } from '../call';
import { audit } from '../platform/audit';
import { at } from '../platform/schema';
import { procedure } from '../procedure';
import { viewReview } from './present-review';
import { reviewedEntry } from './reviewed-entry';

/** Writes a note for colleagues: no procedure of an entrant reads these rows. */
export const addNote = procedure(screeningContract.addNote, reviewedEntry, async (call, { body }, entry) => {
  const id = call.newId();
  await call.db
    .insertInto('review_note')
    .values({ id, entry_id: entry.entryId, author: me(call), body, at: at(call.now) })
    .execute();
  await audit(call, `entry:${entry.entryId}`, 'screening/addNote', { noteId: id });
  return viewReview(call, entry);
});
