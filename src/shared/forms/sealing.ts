import { checkPhone, maskPhone } from '../kernel/phone';
import { checkResidentId, maskResidentId } from '../kernel/resident-id';
import { type Result, refuse } from '../kernel/result';
import { typedCode } from '../kernel/typed/typed';

/** A personal value as it is kept: encrypted, beside the masked text that pages may show. */
export type Sealable = { plain: string; masked: string };

/** Judges a checked value and says how it is shown. */
export const sealable = (checked: Result<string>, mask: (plain: string) => string): Result<Sealable> =>
  checked.ok ? { ok: true, value: { plain: checked.value, masked: mask(checked.value) } } : checked;

/** A telephone number, as it was typed. */
export const sealablePhone = (typed: string): Result<Sealable> => sealable(checkPhone(typed), maskPhone);

/** An identity number, as it was typed. `today` as a date in Shanghai: nobody is born after it. */
export function sealableId(typed: string, today: string): Result<Sealable> {
  const checked = checkResidentId(typed, today);
  return checked.ok
    ? sealable({ ok: true, value: checked.idNumber }, maskResidentId)
    : refuse(checked.code, checked.message);
}

/** A bank's account, 8 to 32 digits, shown by its last four. */
export function sealableAccount(typed: string): Result<Sealable> {
  const { value: digits } = typedCode(typed);
  return /^\d{8,32}$/.test(digits)
    ? sealable({ ok: true, value: digits }, (plain) => `**** ${plain.slice(-4)}`)
    : refuse('BENEFITS_ANSWERS_WRONG', '账号是 8 到 32 位数字，请核对');
}
