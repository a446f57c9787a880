import type { AnyArea } from '../core/line/area';
import { deliverWaiting } from '../core/line/tick';
import { faultOf } from '../core/platform/log/fault';
import type { Home } from '../core/rpc/home';

export type WorkerLoop = {
  /** Tells of new events at once; several calls while one runs become one more run. */
  wake(): void;
  /** Everything due, now. Resolves when it is done. */
  tick(): Promise<void>;
  /** No more runs; what is under way ends after its batch. Resolves when the last one has ended. */
  stop(): Promise<void>;
};

/**
 * Runs the worker inside this process: woken after each commit, and by itself every `everyMs` milliseconds. Telling does not wait for a tick
 * that runs long: whatever both meet is leased by one of them.
 * @param makeTick told the signal by which a tick knows that it is to stop
 * @param name of this worker, the same after a restart
 */
export function startWorkerLoop(
  home: Home,
  areas: readonly AnyArea[],
  makeTick: (stopping: AbortSignal) => () => Promise<void>,
  everyMs: number,
  name: string | null = null,
): WorkerLoop {
  const stopped = new AbortController();
  const { signal: stopping } = stopped;
  const tick = makeTick(stopping);
  let wanted = false;

  /** One at a time, in the order asked. */
  function makeLane(): (run: () => Promise<unknown>) => Promise<void> {
    let last: Promise<void> = Promise.resolve();
    return (run) => {
      last = last.then(async () => {
        try {
          if (!stopping.aborted) await run();
        } catch (error) {
          home.log.error({ error: faultOf(error) }, 'the worker failed');
        }
      });
      return last;
    };
  }

  const [ticking, telling] = [makeLane(), makeLane()];
  const timer = setInterval(() => void ticking(tick), everyMs);
  return {
    wake() {
      if (wanted) return;
      wanted = true;
      void telling(() => {
        wanted = false;
        return deliverWaiting(home, areas, { name, stopping });
      });
    },
    tick: () => ticking(tick),
    async stop() {
      clearInterval(timer);
      stopped.abort();
      const nothing = async () => undefined;
      await Promise.all([ticking(nothing), telling(nothing)]);
    },
  };
}
