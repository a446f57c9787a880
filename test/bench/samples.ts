/** The value below which the given share of the samples lies, in the samples' unit. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const p50 = (samples: readonly number[]): number => percentile(samples, 0.5);
export const p95 = (samples: readonly number[]): number => percentile(samples, 0.95);

/** Runs once and answers how long it took, in milliseconds. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

/** Times by name. */
export type Times = Map<string, number[]>;

export function note(times: Times, name: string, ms: number): void {
  const known = times.get(name);
  if (known) known.push(ms);
  else times.set(name, [ms]);
}

export const timesOf = (times: Times, name: string): readonly number[] => times.get(name) ?? [];

/**
 * Takes the samples in turns, never one variant after another's end, so that a machine that slows down slows all alike.
 * @param variants name to what is timed
 * @param warmUp rounds that are not noted
 */
export async function interleave(
  variants: ReadonlyArray<readonly [name: string, run: () => Promise<unknown>]>,
  rounds: number,
  warmUp: number,
  betweenRounds: () => void,
): Promise<Times> {
  const times: Times = new Map();
  for (let round = 0; round < warmUp + rounds; round += 1) {
    betweenRounds();
    for (const [name, run] of variants) {
      const ms = await timed(run);
      if (round >= warmUp) note(times, name, ms);
    }
  }
  return times;
}
