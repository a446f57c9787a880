import { type Result, refuse } from '../result';
import { typedCode } from './typed';

/** No two of these look alike on paper or sound alike when they are read out: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const codeLetters = '34679ACDEFGHJKMNPQRTWXY';

export const codeLength = 10;
const half = codeLength / 2;

const isCode = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

/** A code as it is shown and read out: two halves. */
export const shownCode = (code: string): string => `${code.slice(0, half)}-${code.slice(half)}`;

/** A kind of code: what people call it, and by which refusal one is told that there is none such. */
export type CodeKind = { zh: string; unknown: string };

/**
 * What somebody typed as a code, in its one spelling: case, width, spaces and hyphens do not count.
 * Refuses what can be no code, which costs nobody a try.
 */
export function readCode(text: string, { zh, unknown }: CodeKind): Result<string> {
  const { value } = typedCode(text);
  if (isCode.test(value)) return { ok: true, value };
  return refuse(
    unknown,
    value.length === codeLength
      ? `${zh}里没有“${strangers(value)}”，请对照收到的${zh}核对`
      : `${zh}是 ${codeLength} 位字母和数字，现在是 ${value.length} 位，请核对`,
  );
}

const strangers = (value: string): string =>
  Array.from(new Set(value))
    .filter((letter) => !codeLetters.includes(letter))
    .join('、');
