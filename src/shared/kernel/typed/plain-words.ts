import { withoutUnseen } from './unseen';

/**
 * A text as it is looked for: what nobody sees is gone, full width is half, capitals are small, and of the rest only letters, digits and
 * Han characters count. “蒲县·山货（直供）” and “蒲县 山货直供” are one.
 */
export const plainWords = (text: string): string =>
  withoutUnseen(text)
    .value.normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The pairs of neighbouring characters of a plain text, each once, in order; none of a text of one character. */
export function bigrams(plain: string): string[] {
  const characters = Array.from(plain);
  return [...new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))];
}

/** Fewest of the pairs that hold every character of a plain text, in order: all of them stand in whatever holds the text. */
export function coveringPairs(plain: string): string[] {
  const characters = Array.from(plain);
  const pairs = characters.slice(1).map((character, i) => `${characters[i]}${character}`);
  return [...new Set(pairs.filter((_, i) => i % 2 === 0 || i === pairs.length - 1))];
}
