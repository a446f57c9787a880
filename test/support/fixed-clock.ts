/** Tuesday 2026-11-24 09:00:00 in Asia/Shanghai: the instant at which tests begin. Sign-up runs 11-04 to 12-14, screening to 12-24, judging to 01-13, publicity to 01-20. */
export const fixedNow = Date.UTC(2026, 10, 24, 1, 0, 0);

export type FixedClock = { now(): number; set(ms: number): void; pass(ms: number): void };

/** A clock that moves only when told. */
export function fixedClock(start = fixedNow): FixedClock {
  let now = start;
  return {
    now: () => now,
    set: (ms) => {
      now = ms;
    },
    pass: (ms) => {
      now += ms;
    },
  };
}
