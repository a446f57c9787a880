import type { Slot } from '../../competition/blueprint';
import { lastMomentZh } from '../../kernel/moment-words';
import { type Refusal, refuse } from '../../kernel/result';
import { entryLifecycle } from '../lifecycle';
import type { EntryState } from '../states';
import type { EntrySubject } from '../subject';

/*
 * A slot whose file is renewed after the entry was sent in, until a lock of its own: what one pitches with (rules §2.3). What was submitted stays
 * frozen as it was.
 */

type Locking = Pick<Slot, 'zh' | 'lockHours'>;
const hourMs = 3_600_000;

/**
 * From when on a slot is locked, exclusive, in epoch milliseconds; null while nobody said when the pitches begin: what has no time has not come.
 * @param pitchesFrom when they begin, in epoch milliseconds
 */
export const lockOf = ({ lockHours }: Locking, pitchesFrom: number | null): number | null =>
  lockHours === undefined || pitchesFrom === null ? null : pitchesFrom - lockHours * hourMs;

/** Sent in and neither with its team nor over: its form is closed, and it is in the contest. */
export const stands = (state: EntryState): boolean => {
  const { live = false, editable = false } = entryLifecycle.states[state];
  return live && !editable;
};

/** Does this slot of an entry go on being renewed, if only until its lock? */
export const isRenewed = (
  { state, ofCurrentEdition }: Pick<EntrySubject, 'state' | 'ofCurrentEdition'>,
  { lockHours }: Locking,
): boolean => lockHours !== undefined && ofCurrentEdition && stands(state);

/** Refuses what comes too late; `now` in epoch milliseconds. */
export function refuseLocked(slot: Locking, pitchesFrom: number | null, now: number): Refusal | null {
  const lock = lockOf(slot, pitchesFrom);
  if (lock === null || now < lock) return null;
  return refuse('ENTRY_SLOT_LOCKED', `“${slot.zh}”已于${lastMomentZh(lock, now)} 锁定，不能再换`);
}
