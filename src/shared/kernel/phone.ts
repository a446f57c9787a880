import { ok, type Result, refuse } from './result';
import { typedCode } from './typed/typed';
import { withoutUnseen } from './typed/unseen';

const mobile = /^1[3-9]\d{9}$/;
const landline =
  /^(?:(?:(?:\+|00)?86-?)\(?0?|\(?0)(10|2\d|[3-9]\d{2})\)?-?(\d{7,8})(?:(?:-|转|分机|EXT|X|#|,|;)+:?(\d{1,6}))?$/;

/**
 * Checks a number at which somebody can be called: a mobile number, or a landline with its area code and, where there is one, its
 * extension; +86, a 0 before a mobile number, spaces and hyphens are forgiven. Gives `13812345678`, `0357-2012345` or `0357-2012345-801`.
 */
export function checkPhone(text: string): Result<string> {
  const phone = mobileIn(text);
  if (phone !== null) return ok(phone);
  const plain = plainOf(text);
  const [, area, number, extension] = landline.exec(plain) ?? [];
  if (area === undefined || number === undefined) {
    return refuse('PHONE_FORMAT', '请填写 11 位手机号，或带区号的座机，如 0357-2012345');
  }
  return ok(`0${area}-${number}${extension === undefined ? '' : `-${extension}`}`);
}

const hotline = /^(?:(400|800)-?(\d{3})-?(\d{4})|(?:\(?(0\d{2,3})\)?-?)?(1[02]\d{3}|9[56]\d{3,4}))$/;

/**
 * Checks the number of an office, which may also be a service line: `400-123-4567`, a bank's `95588`, `12333`, with or without an area code.
 * People's own numbers are asked by `checkPhone`.
 */
export function checkOfficePhone(text: string): Result<string> {
  const [, free, three, four, area, short] = hotline.exec(plainOf(text)) ?? [];
  if (free !== undefined) return ok(`${free}-${three}-${four}`);
  if (short !== undefined) return ok(area === undefined ? short : `${area}-${short}`);
  const phone = checkPhone(text);
  return phone.ok ? phone : refuse(phone.code, '请填写手机号、带区号的座机或服务热线，如 0357-2012345、12333');
}

/** As it was typed, without what nobody sees, in half width, with one kind of hyphen. */
const plainOf = (text: string): string =>
  withoutUnseen(text)
    .value.normalize('NFKC')
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-');

function mobileIn(text: string): string | null {
  const plain = typedCode(text)
    .value.replace(/[()]/g, '')
    .replace(/^(?:(?:\+|00)?86|0)(?=1[3-9]\d{9}$)/, '');
  return mobile.test(plain) ? plain : null;
}

/** `138****5678`, `0357-****345`. Anything that is no such number is masked whole. */
export function maskPhone(phone: string): string {
  if (mobile.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const [, area, number = ''] = /^(0\d{2,3})-(\d{7,8})(?:-\d{1,6})?$/.exec(phone) ?? [];
  return area === undefined ? '*'.repeat(phone.length) : `${area}-****${number.slice(-3)}`;
}
