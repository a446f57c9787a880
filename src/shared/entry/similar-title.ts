import { bigrams, plainWords } from '../kernel/typed/plain-words';

/** Two titles are alike from this share of the pairs of the one that has more: two of three (rules §2.2 ONE_TRACK; the share is a choice of ours). */
export const alike = { shared: 2, of: 3 } as const;

/** Is one title so like another that a person should look at both? Titles without a pair of characters are alike only when equal. */
export function similarTitles(a: string, b: string): boolean {
  const [one, other] = [plainWords(a), plainWords(b)];
  if (one === other) return one !== '';
  const [pairs, others] = [bigrams(one), new Set(bigrams(other))];
  const shared = pairs.filter((pair) => others.has(pair)).length;
  return shared > 0 && shared * alike.of >= Math.max(pairs.length, others.size) * alike.shared;
}

/**
 * The pairs of a title in groups, so that whatever is alike has at least one group whole: with `n` pairs it may lack so many of them, and one group
 * more than that cannot all be spoilt. An index finds by whole groups what it could not find by a share.
 */
export function groupsOfPairs(title: string): string[][] {
  const pairs = bigrams(plainWords(title));
  const mayLack = Math.floor((pairs.length * (alike.of - alike.shared)) / alike.of);
  const groups = Math.min(pairs.length, mayLack + 1);
  return Array.from({ length: groups }, (_, k) => pairs.filter((_pair, i) => i % groups === k));
}
