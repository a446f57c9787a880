import type { Values } from '../../forms/merge-drafts';
import type { Answer } from '../../forms/question';

/**
 * A part of a draft as it is typed: every value under its place, `titleZh`, `parameters/r1/value`, `n3/fact`; under a list's own place the keys of
 * its items in their order. So two people's changes can be laid together value by value. Nothing in it need be finished.
 */
export type { Values } from '../../forms/merge-drafts';

/** The keys that stand in a list's place. */
export const keysAt = (values: Values, place: string): string[] => {
  const order = values[place];
  return typeof order === 'string' && order !== '' ? order.split(',') : [];
};

export const textAt = (values: Values, place: string): string => {
  const value = values[place];
  return typeof value === 'string' ? value : '';
};

export const numberAt = (values: Values, place: string): number | null => {
  const value = values[place];
  return typeof value === 'number' ? value : null;
};

export const isEmpty = (value: Answer | undefined): boolean => value === undefined || value === null || value === '';

/** A key that no item of these has yet: `n7` after `n6`. */
export function nextKey(letter: string, taken: readonly string[]): string {
  const numbers = taken.map((key) => (key.startsWith(letter) ? Number(key.slice(letter.length)) : 0));
  return `${letter}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`;
}
