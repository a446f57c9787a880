import { type Result, refuse } from '../result';
import { typedCode } from './typed';
import { withoutUnseen } from './unseen';

/** No two of these look alike on paper or sound alike when they are read out: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const codeLetters = '34679ACDEFGHJKMNPQRTWXY';

export const codeLength = 10;
const half = codeLength / 2;

/** Longer than any message that brings a code: what is longer is none, and is told so. */
export const longestWithCode = 400;

const isCode = new RegExp(`^[${codeLetters}]{${codeLength}}$`);

/** A code as it is shown and read out: two halves. */
export const shownCode = (code: string): string => `${code.slice(0, half)}-${code.slice(half)}`;

/** A kind of code: what people call it, and by which refusal one is told that there is none such. */
export type CodeKind = { zh: string; unknown: string };

/** A code as it is shown, among other words. */
const among = new RegExp(`(?:^|[^0-9A-Z])([${codeLetters}]{${half}})-?([${codeLetters}]{${half}})(?![0-9A-Z])`, 'g');

/** The one code in a message that was pasted whole, as it came with what to do with it; null where there is none, or more than one. */
function codeIn(text: string): string | null {
  const plain = withoutUnseen(text)
    .value.normalize('NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-');
  const found = new Set([...plain.matchAll(among)].map(([, first, second]) => `${first}${second}`));
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

/**
 * What somebody typed as a code, in its one spelling: case, width, spaces and hyphens do not count, nor the message that it came in.
 * Refuses what can be no code, which costs nobody a try.
 */
export function readCode(text: string, { zh, unknown }: CodeKind): Result<string> {
  const { value } = typedCode(text);
  const code = isCode.test(value) ? value : codeIn(text);
  if (code !== null) return { ok: true, value: code };
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
