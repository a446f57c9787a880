type Limits = {
  /** Questions under way at once; others wait in line. */
  atOnce: number;
  /** Those that may wait in line; one more is refused. */
  inLine: number;
  /** Failures in a row after which nothing is asked for a while. */
  failures: number;
  /** That while, in milliseconds; then one question goes ahead and decides for the others. */
  restMs: number;
};

const usual: Limits = { atOnce: 32, inLine: 200, failures: 5, restMs: 10_000 };

/**
 * Guards a service that may hang: so many questions at once, and after some failures in a row it is left alone and whoever asks is told at
 * once, instead of each waiting for a silence of its own.
 * @param refused makes the error for a question that is not asked
 * @param clock milliseconds that only grow
 */
export function makeGuard(refused: () => Error, limits: Limits = usual, clock = () => performance.now()) {
  let underWay = 0;
  let failed = 0;
  let restsUntil = 0;
  const line: Array<() => void> = [];

  const resting = () => failed >= limits.failures && clock() < restsUntil;

  async function turn(): Promise<void> {
    if (underWay >= limits.atOnce) {
      if (line.length >= limits.inLine) throw refused();
      // Whoever ends hands its place on.
      await new Promise<void>((next) => line.push(next));
    } else underWay += 1;
  }

  function handOn(): void {
    const next = line.shift();
    if (next) next();
    else underWay -= 1;
  }

  return async function guarded<T>(ask: () => Promise<T>): Promise<T> {
    if (resting()) throw refused();
    await turn();
    try {
      if (resting()) throw refused();
      // After its rest, the first question goes alone: the others are refused until it has come back.
      if (failed >= limits.failures) restsUntil = clock() + limits.restMs;
      const answer = await attempt(ask);
      failed = 0;
      return answer;
    } finally {
      handOn();
    }
  };

  async function attempt<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      failed += 1;
      restsUntil = clock() + limits.restMs;
      throw error;
    }
  }
}
