import type { Holder, Lifecycle } from '@shared/kernel/define-lifecycle';
import type { Refusal } from '@shared/kernel/result';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import type { Case } from './noun';

/** Who holds a case and since when; null while nobody does. */
export async function readHolder(call: Call, subject: Case<string>): Promise<Holder> {
  if (!subject.claimedBy || !subject.claimedAt) return null;
  const person = await call.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', subject.claimedBy)
    .executeTakeFirst();
  return person ? { nameZh: person.display_name, since: subject.claimedAt } : null;
}

/**
 * Refuses what somebody's hold stands in the way of; their name is read only to be told.
 * @param refuse a rule of the lifecycle, such as `refuseHeld`
 * Throws Refused CASE_HELD_BY_OTHER with the version that stands now, or CASE_NOT_HELD.
 */
export async function insistUnhindered<State extends string>(
  call: Call,
  subject: Case<State>,
  refuse: (holder: Holder) => Refusal | null,
): Promise<void> {
  if (refuse(null) === null) return;
  const refusal = refuse(await readHolder(call, subject));
  if (!refusal) return;
  const current = subject.claimedBy ? { version: subject.version } : undefined;
  throw new Refused(refusal.code, refusal.message, undefined, current);
}

/** Refuses whatever else is done with a case that a colleague holds. */
export const insistNotHeldByOther = <State extends string, Subject extends Case<State>>(
  call: Call,
  { lifecycle }: { lifecycle: Pick<Lifecycle<State, string, Subject, string, never>, 'refuseHeld'> },
  subject: Subject,
): Promise<void> => insistUnhindered(call, subject, (holder) => lifecycle.refuseHeld(subject, call.actor, holder));
