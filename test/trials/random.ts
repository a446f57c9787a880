/** Numbers that only look like chance: the same seed gives the same again (mulberry32). */
export type Random = {
  /** From `low` to below `high`. */
  between(low: number, high: number): number;
  /** One of them, by its weight. */
  oneOf<T>(choices: ReadonlyArray<readonly [what: T, weight: number]>): T;
};

export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + next() * (high - low),
    oneOf(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [what, weight] of choices) {
        left -= weight;
        if (left < 0) return what;
      }
      throw new Error('There is nothing to choose from.');
    },
  };
}
