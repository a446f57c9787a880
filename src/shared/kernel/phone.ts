import { ok, type Result, refuse } from './result';

/** Checks a mainland mobile number; spaces, hyphens and +86 are forgiven. Gives the eleven digits. */
export function checkPhone(text: string): Result<string> {
  const phone = text.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '');
  return /^1[3-9]\d{9}$/.test(phone) ? ok(phone) : refuse('PHONE_FORMAT', '请填写 11 位手机号码');
}

/** `138****5678`. Anything that is no such number is masked whole. */
export function maskPhone(phone: string): string {
  return phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '*'.repeat(phone.length);
}
