import { type Result, refuse } from '../result';
import { typedCode } from './typed';

/** No two of these look alike on paper or sound alike when they are read out: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const codeLetters = '34679ACDEFGHJKMNPQRTWXY';

export const codeLength = 10;
const half = codeLength / 2;

const isCode = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

/** A code as it is shown and read out: two halves. */
export const shownCode = (code: string): string => `${code.slice(0, half)}-${code.slice(half)}`;

/**
 * What somebody typed as an invitation code, in its one spelling: case, width, spaces and hyphens do not count.
 * Refuses what can be no code, which costs nobody a try.
 */
export function readCode(text: string): Result<string> {
  const { value } = typedCode(text);
  if (isCode.test(value)) return { ok: true, value };
  return refuse(
    'PEOPLE_CODE_UNKNOWN',
    value.length === codeLength
      ? `邀请码里没有“${strangers(value)}”，请对照收到的邀请码核对`
      : `邀请码是 ${codeLength} 位字母和数字，现在是 ${value.length} 位，请核对`,
  );
}

const strangers = (value: string): string =>
  Array.from(new Set(value))
    .filter((letter) => !codeLetters.includes(letter))
    .join('、');
