import type { Home } from '../core/home';
import { deliverWaiting } from '../core/tick';

export type WorkerLoop = {
  /** Tells of new events at once; several calls while one runs become one more run. */
  wake(): void;
  /** Everything due, now. Resolves when it is done. */
  tick(): Promise<void>;
  /** No more runs; resolves when the last one has ended. */
  stop(): Promise<void>;
};

/** Runs the worker inside this process: woken after each commit, and by itself every `everyMs` milliseconds. */
export function startWorkerLoop(home: Home, tick: () => Promise<void>, everyMs: number): WorkerLoop {
  let last: Promise<void> = Promise.resolve();
  let wanted = false;
  let stopped = false;

  /** One at a time, in the order asked. */
  function queue(run: () => Promise<unknown>): Promise<void> {
    last = last.then(async () => {
      try {
        if (!stopped) await run();
      } catch (error) {
        const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
        home.log.error({ error: { name, message, stack } }, 'the worker failed');
      }
    });
    return last;
  }

  const timer = setInterval(() => void queue(tick), everyMs);
  return {
    wake() {
      if (wanted) return;
      wanted = true;
      void queue(() => {
        wanted = false;
        return deliverWaiting(home);
      });
    },
    tick: () => queue(tick),
    async stop() {
      clearInterval(timer);
      stopped = true;
      await last;
    },
  };
}
