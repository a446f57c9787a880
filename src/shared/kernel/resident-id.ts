import { type Refusal, refuse } from './result';
import { isPlausibleDate } from './shanghai';
import { typedCode } from './typed/typed';
import { withoutUnseen } from './typed/unseen';

/** What a valid number says of its holder; `idNumber` is plain, the X in upper case. */
export type ResidentId = { ok: true; idNumber: string; birthDate: string; sex: 'female' | 'male' };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2): 0–9 or X. */
export function checkDigitOf(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('seventeen digits are needed');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * Checks a resident's identity number: form, a birth date that exists and has come, check digit.
 * The first six digits are never looked up: codes of places change and numbers do not (older residents of Linfen have
 * 1426xx, a code that no longer exists), and entrants may come from anywhere.
 * @param onDate today in Shanghai, `YYYY-MM-DD`
 */
export function checkResidentId(text: string, onDate: string): ResidentId | Refusal {
  const idNumber = typedCode(text).value;
  if (!/^\d{17}[\dX]$/.test(idNumber)) {
    return refuse('RESIDENT_ID_FORMAT', '身份证号应为 18 位：前 17 位是数字，最后一位是数字或字母 X');
  }
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
  if (!isPlausibleDate(birthDate) || birthDate > onDate) {
    return refuse('RESIDENT_ID_BIRTH_DATE', '身份证号第 7 至 14 位不是有效的出生日期，请核对');
  }
  if (checkDigitOf(idNumber.slice(0, 17)) !== idNumber.charAt(17)) {
    return refuse('RESIDENT_ID_CHECK_DIGIT', '身份证号有误，请对照身份证逐位核对');
  }
  return { ok: true, idNumber, birthDate, sex: Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

const eighteen = /(?:\d[\s\-‐-―−._]{0,2}){17}[\dX]/gi;

/**
 * Where a text, already plain, holds resident's identity numbers, from the first character to the one behind the last: 18 digits with a birth date that
 * exists and the right check digit, spaced or hyphenated, and no further digit beside them.
 */
function residentIdsIn(plain: string): Array<{ from: number; to: number; idNumber: string }> {
  const found: Array<{ from: number; to: number; idNumber: string }> = [];
  eighteen.lastIndex = 0;
  for (let match = eighteen.exec(plain); match; match = eighteen.exec(plain)) {
    const [from, to] = [match.index, eighteen.lastIndex];
    const alone = !/\d/.test(plain.charAt(from - 1)) && !/\d/.test(plain.charAt(to));
    const id = alone ? checkResidentId(match[0], '2100-12-31') : null;
    if (id?.ok) found.push({ from, to, idNumber: id.idNumber });
    // A number may begin within another: the search goes on from the next digit.
    else eighteen.lastIndex = from + 1;
  }
  return found;
}

const plainOf = (text: string): string => withoutUnseen(text).value.normalize('NFKC');

/**
 * Does a text hold a resident's identity number, in full width too? Such a number belongs into its own sealed field and nowhere else.
 */
export const holdsResidentId = (text: string): boolean => residentIdsIn(plainOf(text)).length > 0;

/** Stands for a digit where `*` may not: Windows forbids it in names of files. */
const cover = '×';
const covered = new RegExp(`\\d{4}${cover}{10}\\d{3}[\\dX]`);

/** A text with every identity number in it covered, `1410××××××××××0012`; a text without one stays as it is. */
export function coverResidentIds(text: string): string {
  const plain = plainOf(text);
  const found = residentIdsIn(plain);
  if (found.length === 0) return text;
  const between = found.map(({ from }, i) => plain.slice(found[i - 1]?.to ?? 0, from));
  const masked = found.map(({ idNumber }, i) => `${between[i]}${maskResidentId(idNumber).replace(/\*/g, cover)}`);
  return masked.join('') + plain.slice(found[found.length - 1]?.to);
}

/** Was a number covered in this text? */
export const hasCoveredId = (text: string): boolean => covered.test(text);

/** Full years of age on a date; the birthday itself counts. Someone born on 29 February turns on 1 March in other years. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** `1426**********0012`: enough to recognise an own number by. Anything that is no such number is masked whole. */
export function maskResidentId(idNumber: string): string {
  return idNumber.length === 18
    ? `${idNumber.slice(0, 4)}${'*'.repeat(10)}${idNumber.slice(-4)}`
    : '*'.repeat(idNumber.length);
}
