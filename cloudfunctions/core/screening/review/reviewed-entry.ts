import type { EntryCommand } from '@shared/entry/states';
import { refuseHeldByOther } from '@shared/screening/claim';
import { insistVersion } from '../../entry/moves';
import { type EntryHead, entryHead } from '../../entry/queries';
import { type Call, me } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';

/** An entry that was submitted at least once; drafts that staff never got are unknown to them. */
export const reviewedEntry: Load<{ entryId: string }, EntryHead> = async (call, { entryId }, lock) => {
  const head = await entryHead(call, entryId, lock);
  return head === null || head.submittedAt === null ? null : head;
};

/**
 * Refuses what a colleague's claim forbids, naming the colleague.
 * Throws Refused SCREENING_CLAIMED_BY_OTHER with what stands now.
 */
export async function insistNotHeldByOther(call: Call, entry: EntryHead, command?: EntryCommand): Promise<void> {
  if (call.actor === null || entry.claimedBy === null || entry.claimedBy === me(call)) return;
  const person = await call.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', entry.claimedBy)
    .executeTakeFirst();
  const holder = person && entry.claimedAt !== null ? { nameZh: person.display_name, since: entry.claimedAt } : null;
  const refusal = refuseHeldByOther(entry, call.actor, holder, command);
  if (refusal) throw new Refused(refusal.code, refusal.message, undefined, { version: entry.version });
}

/** Both guards of every decision: nobody else holds the entry, and the reviewer has seen its newest version. */
export async function insistMine(call: Call, entry: EntryHead, version: number, command: EntryCommand): Promise<void> {
  await insistNotHeldByOther(call, entry, command);
  await insistVersion(call, entry, version, 'SCREENING_STALE');
}
