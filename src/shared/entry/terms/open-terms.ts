import { undecidedZh } from '../../competition/phase';
import { lastMomentZh, openingZh } from '../../kernel/moment-words';
import { type Refusal, refuse } from '../../kernel/result';
import type { EntrySubject } from '../subject';

/*
 * Within which terms an entry may be moved: each refuses what comes too early or too late. `now` in epoch milliseconds.
 */

export const signUpOpen = ({ signUp }: EntrySubject, now: number): Refusal | null => {
  if (signUp === null) return refuse('ENTRY_SIGN_UP_NOT_OPEN', undecidedZh('报名'));
  if (now < signUp.opensAt) return refuse('ENTRY_SIGN_UP_NOT_OPEN', `报名${openingZh(signUp.opensAt, now)}开始`);
  // The closing instant is exclusive: 23:59:59 is in, 00:00:00 is out.
  return now < signUp.closesAt
    ? null
    : refuse('ENTRY_SIGN_UP_CLOSED', `报名已于${lastMomentZh(signUp.closesAt, now)} 截止，不能再提交`);
};

export const correctionOpen = (entry: EntrySubject, now: number): Refusal | null =>
  entry.correctionDueAt !== null && now >= entry.correctionDueAt
    ? refuse('ENTRY_CORRECTION_OVERDUE', '补正期限已过，不能再提交')
    : null;

/** Refuses what belongs to the review while that is not going on. `now` in epoch milliseconds. */
export const screeningOpen = ({ screening }: Pick<EntrySubject, 'screening'>, now: number): Refusal | null => {
  if (screening === null) return refuse('SCREENING_NOT_OPEN', `${undecidedZh('审核')}，现在还不能办`);
  if (now < screening.opensAt) {
    return refuse('SCREENING_NOT_OPEN', `审核${openingZh(screening.opensAt, now)}开始，现在还不能办`);
  }
  if (now < screening.closesAt) return null;
  return refuse('SCREENING_NOT_OPEN', `审核已于${lastMomentZh(screening.closesAt, now)}结束，请联系市级统筹人员`);
};

export const recallable = (entry: EntrySubject, now: number): Refusal | null =>
  entry.state === 'submitted' ? signUpOpen(entry, now) : correctionOpen(entry, now);

/** A wrong return is recalled until its team has answered it, or its term is over. */
export const returnRecallable = (entry: EntrySubject, now: number): Refusal | null => {
  if (entry.recalledAt !== null) return refuse('ENTRY_ALREADY_CORRECTED', '参赛者已提交过补正，不能再收回退回');
  if (entry.correctionDueAt !== null && now >= entry.correctionDueAt)
    return refuse('ENTRY_CORRECTION_OVERDUE', '补正期限已过，不能再收回退回');
  return screeningOpen(entry, now);
};
