import { Refused } from '../../rpc/refused';
import type { EditionRules } from '../form/edition-rules';

/** Refuses before the sign-up of a contest and from its closing instant on, which is exclusive. */
export function insistSignUpOpen(rules: Pick<EditionRules, 'signUpOpensAt' | 'signUpClosesAt'>, now: number): void {
  if (now < rules.signUpOpensAt) throw new Refused('ENTRY_SIGN_UP_NOT_OPEN');
  if (now >= rules.signUpClosesAt) throw new Refused('ENTRY_SIGN_UP_CLOSED');
}
