import { undecidedZh } from '@shared/competition/phase';
import { lastMomentZh, openingZh } from '@shared/kernel/moment-words';
import { Refused } from '../../rpc/refused';
import type { EditionRules } from '../form/edition-rules';

/** Refuses before the sign-up of a contest, while it has no time for it, and from its closing instant on, which is exclusive. */
export function insistSignUpOpen({ signUp }: Pick<EditionRules, 'signUp'>, now: number): void {
  if (signUp === null) throw new Refused('ENTRY_SIGN_UP_NOT_OPEN', undecidedZh('报名'));
  if (now < signUp.opensAt) throw new Refused('ENTRY_SIGN_UP_NOT_OPEN');
  if (now >= signUp.closesAt) throw new Refused('ENTRY_SIGN_UP_CLOSED');
}

/** Why nobody can begin an entry now, in words; null while sign-up is open. */
export function signUpShut({ signUp }: Pick<EditionRules, 'signUp'>, now: number): string | null {
  if (signUp === null) return undecidedZh('报名');
  if (now < signUp.opensAt) return `报名${openingZh(signUp.opensAt, now)}开始`;
  return now < signUp.closesAt ? null : `报名已于${lastMomentZh(signUp.closesAt, now)} 截止`;
}
