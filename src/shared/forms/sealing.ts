import { checkPhone, maskPhone } from '../kernel/phone';
import type { Result } from '../kernel/result';

/** A personal value as it is kept: encrypted, beside the masked text that pages may show. */
export type Sealable = { plain: string; masked: string };

/** Judges a checked value and says how it is shown. */
export const sealable = (checked: Result<string>, mask: (plain: string) => string): Result<Sealable> =>
  checked.ok ? { ok: true, value: { plain: checked.value, masked: mask(checked.value) } } : checked;

/** A telephone number, as it was typed. */
export const sealablePhone = (typed: string): Result<Sealable> => sealable(checkPhone(typed), maskPhone);
