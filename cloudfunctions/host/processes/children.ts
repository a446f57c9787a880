import cluster, { type Worker } from 'node:cluster';
import { extname, join } from 'node:path';
import type { Home } from '../../core/rpc/home';
import type { Serving } from '../serve-home';
import { type Settings, WrongSetting } from '../settings';
import type { ToChild, ToPrimary } from './messages';

/** What the processes have in common is done by the one that started them. */
export type Keeper = {
  settings: Settings;
  root: string;
  databaseUrl: string;
  log: Home['log'];
  /** Takes whole lines of the log. */
  write(lines: string): void;
  wake(): void;
  /** By how much the demo's clock is ahead. */
  shift(): number;
  setClock(to: number | null): void;
  tick(): Promise<void>;
};

/** Connections to the database of all together; the embedded one takes 60. */
const connections = 40;
/** For one that is to end, its answers under way included; then it is ended. */
const patienceMs = 10_000;
/** A clock is set at once, or by a process that is busy: who does not answer by then reads the new time a little later. */
const clockMs = 2_000;
/** One that dies is started again after this, after twice as long when it dies again soon, and so on. */
const [firstPauseMs, longestPauseMs, soonMs] = [100, 10_000, 60_000];

/**
 * Starts processes that answer calls on one address, and starts each again that dies, until `stop`. Resolves when all answer.
 * @param signal gives up a start under way
 * Throws WrongSetting, or an Error with a sentence for people, when they cannot begin; those that were begun are ended.
 */
export async function startChildren(keeper: Keeper, signal: AbortSignal): Promise<Serving> {
  const { settings, log } = keeper;
  const living = new Set<Worker>();
  const answering = new WeakSet<Worker>();
  const timers = new Set<NodeJS.Timeout>();
  const clocksSet = new Map<number, Set<() => void>>();
  let stopping = false;
  let lastId = 0;
  cluster.setupPrimary({ exec: join(__dirname, `child${extname(__filename)}`), args: [] });

  const tell = (worker: Worker, message: ToChild) => {
    if (worker.isConnected()) worker.send(message);
  };

  const beginning = (port: number | null): ToChild => ({
    kind: 'begin',
    settings: { ...settings, port },
    root: keeper.root,
    databaseUrl: keeper.databaseUrl,
    connections: Math.max(2, Math.min(10, Math.floor(connections / settings.processes))),
    shift: keeper.shift(),
  });

  /** Starts one; resolves with its address. What becomes of it later is looked after. */
  function begin(port: number | null, deaths: number): Promise<string> {
    const worker = cluster.fork();
    const bornAt = performance.now();
    let address = '';
    living.add(worker);
    return new Promise((ready, failed) => {
      worker.on('error', () => undefined);
      worker.on('message', (message: ToPrimary) => {
        if (message.kind === 'loaded') tell(worker, beginning(port));
        else if (message.kind === 'ready') {
          address = message.address;
          answering.add(worker);
          // The clock may have been moved meanwhile.
          tell(worker, { kind: 'clock', id: 0, shift: keeper.shift() });
          ready(address);
        } else if (message.kind === 'failed') {
          if (deaths > 0) log.error({ why: message.why }, 'a process that answers calls did not begin');
          failed(message.wrongSetting ? new WrongSetting(message.why) : new Error(message.why));
        } else heard(worker, message);
      });
      worker.on('exit', (code, signal) => {
        living.delete(worker);
        failed(new Error('应答的进程没有启动。'));
        if (stopping || (address === '' && deaths === 0)) return;
        const again = performance.now() - bornAt > soonMs ? 1 : deaths + 1;
        const pauseMs = Math.min(firstPauseMs * 2 ** (again - 1), longestPauseMs);
        log.error({ pid: worker.process.pid, code, signal, pauseMs }, 'a process that answers calls has ended');
        const timer = setTimeout(() => {
          timers.delete(timer);
          begin(port ?? portOf(address), again).catch(() => undefined);
        }, pauseMs);
        timers.add(timer);
      });
    });
  }

  function heard(from: Worker, message: ToPrimary): void {
    if (message.kind === 'log') keeper.write(message.lines);
    else if (message.kind === 'wake') keeper.wake();
    else if (message.kind === 'spent') {
      for (const other of living) if (other !== from) tell(other, message);
    } else if (message.kind === 'clockSet') {
      for (const seen of clocksSet.get(message.id) ?? []) seen();
    } else if (message.kind === 'moveClock') {
      const { id, to } = message;
      const answer = (failed: boolean) => tell(from, { kind: 'clockMoved', id, failed });
      moveClock(to).then(
        () => answer(false),
        () => answer(true),
      );
    }
  }

  /** Every process reads the new time before what is due by it is done, and that before whoever moved it is answered. */
  async function moveClock(to: number | null): Promise<void> {
    keeper.setClock(to);
    lastId += 1;
    const id = lastId;
    const all = [...living];
    await new Promise<void>((done) => {
      let left = all.length;
      const one = () => {
        left -= 1;
        if (left === 0) done();
      };
      clocksSet.set(id, new Set([one]));
      setTimeout(done, clockMs).unref();
      for (const worker of all) tell(worker, { kind: 'clock', id, shift: keeper.shift() });
    });
    clocksSet.delete(id);
    await keeper.tick();
  }

  async function stop(): Promise<void> {
    stopping = true;
    for (const timer of timers) clearTimeout(timer);
    await Promise.all(
      [...living].map(
        (worker) =>
          new Promise<void>((ended) => {
            worker.once('exit', () => ended());
            const kill = () => worker.process.kill('SIGKILL');
            // One that has not begun has nothing to end.
            if (!answering.has(worker)) return void kill();
            setTimeout(kill, patienceMs).unref();
            tell(worker, { kind: 'stop' });
          }),
      ),
    );
  }

  const giveUp = () => void stop();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    // The first finds the port; the others share it.
    const address = await begin(settings.port, 0);
    await Promise.all(Array.from({ length: settings.processes - 1 }, () => begin(portOf(address), 0)));
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

const portOf = (address: string): number => Number(new URL(address).port);
