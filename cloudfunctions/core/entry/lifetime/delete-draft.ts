import { entryContract } from '@shared/entry/contract';
import { isDeletable } from '@shared/entry/terms/deletable';
import { insistVersion } from '../../cases/stale';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { entryNoun } from '../moves';
import { entryOf } from '../subjects';
import { removeDraft } from './remove-draft';

/** Deletes a draft that was never submitted, by who leads it, or who began it at the counter and has it still. */
export const deleteDraft = procedure(entryContract.deleteDraft, entryOf, async (call, input, head) => {
  await insistVersion(call, entryNoun, head, input.version);
  if (!isDeletable(head)) throw new Refused('ENTRY_ONCE_SUBMITTED');
  await removeDraft(call, head);
  return { ok: true as const };
});
