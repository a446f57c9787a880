import { type EntryHead, entryHead } from '../../entry/queries';
import type { Load } from '../../rpc/procedure';

/** An entry that was submitted at least once; drafts that staff never got are unknown to them. */
export const reviewedEntry: Load<{ entryId: string }, EntryHead> = async (call, { entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  return head === null || head.submittedAt === null ? null : head;
};
