import { entryLifecycle } from '../entry/lifecycle';
import type { EntryCommand } from '../entry/states';
import type { EntrySubject } from '../entry/subject';
import { type Actor, hasRole } from '../kernel/actor';
import { type Refusal, refuse } from '../kernel/result';
import { formatTime, shanghaiDate } from '../kernel/shanghai';

/** Who holds an entry and since when; null while nobody does. */
export type Holder = { nameZh: string; since: number } | null;

/** Refuses whatever a reviewer does with an entry that a colleague has taken on, and says who and when. */
export function refuseHeldByOther(
  entry: Pick<EntrySubject, 'claimedBy' | 'regionId'>,
  reviewer: Actor,
  holder: Holder,
  command?: EntryCommand,
): Refusal | null {
  if (entry.claimedBy === null || entry.claimedBy === reviewer.personId) return null;
  // An absent clerk's claim is freed by the lead, not by silence.
  if (command === 'release' && hasRole(reviewer, 'regionLead', entry.regionId)) return null;
  const who = holder ? `由${holder.nameZh}于 ${shanghaiDate(holder.since)} ${formatTime(holder.since)} ` : '由他人';
  return refuse('SCREENING_CLAIMED_BY_OTHER', `这个项目已${who}受理`);
}

/** Moves of the one who holds the entry. */
const holdersMoves: readonly EntryCommand[] = ['release', 'return', 'approve', 'reject', 'transfer'];

/** Refuses a holder's move on an entry that waits in the queue. */
export function refuseUnclaimed(entry: Pick<EntrySubject, 'state'>, command: EntryCommand): Refusal | null {
  const { waits, held } = entryLifecycle.states[entry.state];
  return waits === 'staff' && !held && holdersMoves.includes(command)
    ? refuse('SCREENING_NOT_CLAIMED', '请先受理再审核')
    : null;
}
