/** Where an entry came in its own field (a region and a track): shared ranks skip, as 39, 39, 41. */
export type Placing = { entryId: string; field: string; rank: number };

export type Percentile = {
  /** Basis points of its field: 10,000 would stand above everybody. */
  bp: number;
  /** How many the field has. */
  n: number;
  rank: number;
  /** The field is too small to tell its entries apart. */
  small: boolean;
};

/** Below this a field says too little of who came where in it (rules §6). */
export const smallField = 5;

/** What a small field's entry counts as beside those of others: the middle, which is what a field of one comes to. */
export const middleBp = 5_000;

/**
 * The percentile of each placing inside its own field, since raw scores of different panels cannot be compared: 10000 × (2(n − rank) + 1) / 2n rounded
 * down, those that share a rank at its middle (rank + (ties − 1) / 2).
 */
export function percentilesOf(placings: readonly Placing[]): Map<string, Percentile> {
  const fields = new Map<string, Placing[]>();
  for (const placing of placings) fields.set(placing.field, [...(fields.get(placing.field) ?? []), placing]);
  const found = new Map<string, Percentile>();
  for (const field of fields.values()) {
    const n = field.length;
    const ties = new Map<number, number>();
    for (const { rank } of field) ties.set(rank, (ties.get(rank) ?? 0) + 1);
    for (const { entryId, rank } of field) {
      const twiceMiddle = 2 * rank + (ties.get(rank) ?? 1) - 1;
      const bp = Math.floor((10_000 * (2 * n - twiceMiddle + 1)) / (2 * n));
      found.set(entryId, { bp, n, rank, small: n < smallField });
    }
  }
  return found;
}
