import { sealableAccount } from '@shared/forms/sealing';
import { checkPaperNumber, type PaperKind, papers } from '@shared/kernel/identity-paper';
import { checkPhone } from '@shared/kernel/phone';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { typedCode } from '@shared/kernel/typed/typed';

/** What a sealed field holds: a phone number, a bank's account, or the number of a paper. */
export type Holds = 'phone' | 'account' | PaperKind;

/**
 * Is a number whole beyond doubt while it is typed? Then it is sent at once. A landline, an account, a passport may go on; they are sent as the
 * field is left.
 */
export function isWhole(holds: Holds, typed: string): boolean {
  if (holds === 'account') return false;
  if (holds !== 'phone') return papers[holds].tellsBirthDate && typedCode(typed).value.length === 18;
  const phone = checkPhone(typed);
  return phone.ok && phone.value.startsWith('1');
}

/** What is wrong with a number as it stands, by the server's own rules; null when nothing is. */
export function wrongIn(holds: Holds, typed: string): string | null {
  const today = shanghaiDate(Date.now());
  const checked =
    holds === 'phone'
      ? checkPhone(typed)
      : holds === 'account'
        ? sealableAccount(typed)
        : checkPaperNumber(holds, typed, today);
  return checked.ok ? null : checked.message;
}
