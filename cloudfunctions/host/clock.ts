/** The server's clock: real time, or real time shifted so that it reads a chosen instant and goes on from there. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Makes `now` read `ms` from here on; null gives real time back (demo mode, conventions). */
  setTo(ms: number | null): void;
  /** By how many milliseconds it is ahead of real time. */
  shift(): number;
  setShift(ms: number): void;
};

export function openClock(real: () => number = Date.now): Clock {
  let shift = 0;
  return {
    now: () => real() + shift,
    setTo(ms) {
      shift = ms === null ? 0 : ms - real();
    },
    shift: () => shift,
    setShift(ms) {
      shift = ms;
    },
  };
}
