/** Lists are counted so far and no further: beyond it the figure helps nobody, and counting would walk through all of them (conventions, Ids, rows, lists). */
export const countedUpTo = 1000;

/** What rows that were counted to one more than the bound come to. */
export const toBound = (n: number): { count: number; more: boolean } => ({
  count: Math.min(n, countedUpTo),
  more: n > countedUpTo,
});
