/**
 * A process that answers calls beside others (`XINGHUO_PROCESSES`): it has connections of its own, and leaves the worker, the clock and the log to
 * the process that started it. It ends when that one says so, or is gone.
 */
import { makeCallCounter } from '../../core/platform/call-rate';
import { readKeys } from '../../core/platform/crypto/keys';
import { openDatabase } from '../../core/platform/db';
import { openLogInto } from '../../core/platform/log/log';
import { survivingStream } from '../../core/platform/log/log-stream';
import { openClock } from '../clock';
import { openOwnHome } from '../own-home';
import { serveHome } from '../serve-home';
import { WrongSetting } from '../settings';
import { openLogLines } from './log-lines';
import type { ToChild, ToPrimary } from './messages';

/** So often processes tell one another what callers spent: by so much a limit may be exceeded. */
const tellMs = 250;

const tell = (message: ToPrimary, done?: (error: Error | null) => void): void => {
  process.send?.(message, undefined, undefined, done);
};

type Begin = Extract<ToChild, { kind: 'begin' }>;

async function begin({ settings, root, databaseUrl, connections, shift }: Begin): Promise<void> {
  const clock = openClock();
  clock.setShift(shift);
  const lines = openLogLines((text, done) => tell({ kind: 'log', lines: text }, done));
  const log = openLogInto(survivingStream(() => lines));
  const db = openDatabase(databaseUrl, connections);
  const wake = () => tell({ kind: 'wake' });
  const home = await openOwnHome(settings, readKeys(process.env, settings), { db, clock, wake, log });
  const counter = makeCallCounter(true);
  const moves = new Map<number, (failed: boolean) => void>();
  const moveClock = (to: number | null) =>
    new Promise<void>((done, fail) => {
      const id = moves.size === 0 ? 1 : Math.max(...moves.keys()) + 1;
      moves.set(id, (failed) => (failed ? fail(new Error('The clock was not moved.')) : done()));
      tell({ kind: 'moveClock', id, to });
    });
  const serving = await serveHome(home, settings, root, moveClock, counter);
  setInterval(() => {
    const spent = counter.takeSpent();
    if (spent) tell({ kind: 'spent', spent });
  }, tellMs);

  process.on('message', (message: ToChild) => {
    if (message.kind === 'clock') {
      clock.setShift(message.shift);
      tell({ kind: 'clockSet', id: message.id });
    } else if (message.kind === 'clockMoved') {
      moves.get(message.id)?.(message.failed);
      moves.delete(message.id);
    } else if (message.kind === 'spent') counter.addSpent(message.spent);
    else if (message.kind === 'stop') void stop();
  });
  tell({ kind: 'ready', address: serving.address });

  async function stop(): Promise<void> {
    await serving.stop();
    await db.destroy();
    await new Promise<void>((done) => lines.end(done));
    process.exit(0);
  }
}

// Ctrl-C in a terminal reaches every process of it: when to end is said by the one that keeps the installation.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);
process.once('disconnect', () => process.exit(0));
process.on('message', (message: ToChild) => {
  if (message.kind !== 'begin') return;
  begin(message).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    tell({ kind: 'failed', why, wrongSetting: error instanceof WrongSetting }, () => process.exit(1));
  });
});
// What is sent to a process that has no ears yet is lost.
tell({ kind: 'loaded' });
