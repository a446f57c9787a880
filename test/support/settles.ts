import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two looks, and how long is looked. */
const [every, patience] = [50, 10_000];

/** Looks until what is seen is as wanted, and answers what was seen last: on a busy machine things come late, which is no fault. */
export async function settles<T>(look: () => Promise<T> | T, wanted: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    const seen = await look();
    if (wanted(seen) || performance.now() >= end) return seen;
    await pause(every);
  }
}
