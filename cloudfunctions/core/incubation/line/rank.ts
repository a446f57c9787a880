import type { KnownFacts } from '@shared/policies/known';

/** The rank of whoever belongs to a key group and won nothing; which group, nobody is told. */
const keyGroupRank = 4;

/** Where somebody stands in line: by their award, else by the key group that is known of them. */
export function rankWith(byAward: number, known: KnownFacts): number {
  if (byAward <= keyGroupRank) return byAward;
  const isOfOne = Object.entries(known).some(([fact, one]) => fact.startsWith('keyGroup.') && one?.value === true);
  return isOfOne ? keyGroupRank : byAward;
}
