import { screeningContract } from '@shared/screening/contract';
import { move } from '../../cases/move';
import { entryNoun } from '../../entry/moves';
import { breaksUnique } from '../../platform/broken-constraint';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { writeNote } from '../review/add-note';
import { reviewedEntry } from '../review/reviewed-entry';

/**
 * Takes a decided entry up again; the region's lead does it and holds it then. The team reads the reason; what only colleagues
 * may know is a note of staff's own.
 */
export const reopen = procedure(screeningContract.reopen, reviewedEntry, async (call, input, entry) => {
  const note = input.note?.trim() ?? '';
  try {
    const moved = await move(call, entryNoun, entry, { command: 'reopen', version: input.version, input });
    if (note !== '') await writeNote(call, entry.entryId, `重新审核：${note}`);
    return moved;
  } catch (error) {
    // The leader has another live entry meanwhile; the database holds that, not a guess of ours.
    if (breaksUnique(error, 'entry_one_live_a_leader')) throw new Refused('ENTRY_LEADER_HAS_ANOTHER');
    throw error;
  }
});
