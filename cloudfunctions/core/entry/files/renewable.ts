import type { Slot } from '@shared/competition/blueprint';
import { isRenewed, refuseLocked } from '@shared/entry/standing/renewal';
import { Refused } from '../../rpc/refused';
import type { FormState } from '../form/form-state';

/**
 * Is this a slot whose file is renewed although the form is closed? The instant of its lock is exclusive and binds what was not wholly sent by then.
 * Throws Refused ENTRY_SLOT_LOCKED.
 */
export function insistRenewable({ head, rules }: FormState, slot: Slot, now: number): boolean {
  if (!isRenewed(head, slot)) return false;
  const locked = refuseLocked(slot, rules.pitchesFrom, now);
  if (locked) throw new Refused(locked.code, locked.message);
  return true;
}

/** The same without a word. */
export const isRenewable = ({ head, rules }: FormState, slot: Slot, now: number): boolean =>
  isRenewed(head, slot) && refuseLocked(slot, rules.pitchesFrom, now) === null;
