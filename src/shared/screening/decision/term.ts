/** So long a decision may be taken back before anybody is told, after the last signature (conventions, Numbers decided). In milliseconds. */
export const takeBackMs = 10 * 60_000;

/** From when on a decision stands; `now` and the answer in epoch milliseconds. */
export const effectiveFrom = (now: number): number => now + takeBackMs;

/** How many seconds are left to take a decision back, rounded up; 0 once it stands. Instants in epoch milliseconds. */
export const secondsUntil = (effectiveAt: number, now: number): number =>
  Math.max(0, Math.ceil((effectiveAt - now) / 1000));
