import { awardOwners } from '../../awards/queries';
import { type EntryHead, entryHead } from '../../entry/queries';
import type { Load } from '../../rpc/procedure';

/** What was submitted has a leader. */
export type Submitted = EntryHead & { leaderId: string };

/** An entry that was submitted at least once, by which staff come to its leader; of a past one to whoever claimed its award. */
export const submittedEntry: Load<{ entryId: string }, Submitted> = async (call, { entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  if (head === null || head.submittedAt === null || head.leaderId === null) return null;
  return { ...head, leaderId: (await awardOwners(call.db, [entryId])).get(entryId) ?? head.leaderId };
};
