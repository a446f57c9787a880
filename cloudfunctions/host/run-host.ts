import { hostname } from 'node:os';
import { join } from 'node:path';
import { areas } from '../core/areas';
import { makeTick, takeBack } from '../core/line/tick';
import { demandSameEqualityKey } from '../core/platform/crypto/equality-mark';
import { readKeys } from '../core/platform/crypto/keys';
import { openDatabase, unhurried } from '../core/platform/db';
import { openLogInto } from '../core/platform/log/log';
import { standardOutput, survivingStream } from '../core/platform/log/log-stream';
import { migrateToLatest } from '../core/platform/migrate';
import { sweepIncoming } from '../core/platform/storage/sweep-incoming';
import type { StreamingHome } from '../core/rpc/home';
import { seedDemo } from '../core/seeds/seed-demo';
import { buildPages } from './build-pages';
import { openClock } from './clock';
import { type FolderLock, lockFolder } from './folder-lock';
import { openLogFile } from './log-file';
import { demandFittingContent, eraseDemo, findDatabase } from './open-database';
import { filesFolder, openOwnHome } from './own-home';
import { startChildren } from './processes/children';
import { serveHome } from './serve-home';
import type { Settings } from './settings';
import { startWorkerLoop } from './worker-loop';

export type RunningHost = {
  address: string;
  personas: ReadonlyArray<{ persona: string; nameZh: string; aboutZh: string }>;
  /** Ends everything cleanly; a second call waits for the first. */
  stop(): Promise<void>;
};

const tickMs = 30_000;
/** Of a process that answers no calls itself. */
const workerConnections = 4;
/** For each part that is to end; longer than the database's own fast shutdown usually takes. */
const patienceMs = 15_000;
const day = 86_400_000;

/**
 * Starts the whole product on this machine and resolves when it answers.
 * @param root the project's folder
 * @param say told of each step, in words for people
 * @param signal gives up a start under way
 * Throws FolderInUse, WrongSetting, or an Error with a sentence for people; what was begun by then is ended.
 */
export async function runHost(
  settings: Settings,
  root: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<RunningHost> {
  const ends: Array<() => Promise<unknown>> = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= endAll(ends);
    return stopping;
  };
  try {
    const lock = await lockFolder(settings.dataFolder);
    ends.push(() => lock.release());
    const running = await begin(settings, root, say, signal, lock, ends);
    signal.throwIfAborted();
    return { ...running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Throws the demo's data away, while nobody uses it. Throws FolderInUse. */
export async function eraseLocked(settings: Settings, say: (line: string) => void): Promise<void> {
  const lock = await lockFolder(settings.dataFolder);
  try {
    say('正在清除旧数据');
    await eraseDemo(settings);
  } finally {
    await lock.release();
  }
}

/**
 * In the reverse order of their beginnings; one that fails, or that does not end in time because what it waits for has frozen, does not keep the
 * others.
 */
async function endAll(ends: Array<() => Promise<unknown>>): Promise<void> {
  for (const end of ends.reverse()) {
    await within(patienceMs, end()).catch((error: unknown) => console.error(String(error)));
  }
}

function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('有一部分没有按时停下，已不再等待。')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function begin(
  settings: Settings,
  root: string,
  say: (line: string) => void,
  signal: AbortSignal,
  lock: FolderLock,
  ends: Array<() => Promise<unknown>>,
): Promise<Omit<RunningHost, 'stop'>> {
  const { mode, dataFolder } = settings;
  if (settings.fresh) {
    say('正在清除旧数据');
    await eraseDemo(settings);
  }
  const keys = readKeys(process.env, settings);
  // The pages are built while the database is made ready; what fails first is told.
  const giveUp = new AbortController();
  const build = settings.noBuild ? Promise.resolve() : buildPages(root, say, AbortSignal.any([signal, giveUp.signal]));
  build.catch(() => undefined);
  ends.push(async () => {
    giveUp.abort();
    await build.catch(() => undefined);
  });

  const database = await findDatabase(settings, say);
  ends.push(database.stop);
  database.keepRunning();
  const db = openDatabase(database.url, settings.processes === 1 ? 10 : workerConnections);
  ends.push(() => db.destroy());
  await demandFittingContent(mode, db);
  await migrateToLatest(database.url);
  await demandSameEqualityKey(db, keys.equalityKey);

  const lines = survivingStream(mode === 'demo' ? () => openLogFile(join(dataFolder, 'host.log')) : standardOutput());
  const log = openLogInto(lines);
  const clock = openClock();
  let wake: () => void = () => undefined;
  const home = await openOwnHome(settings, keys, { db, clock, wake: () => wake(), log });
  if (mode === 'demo') await unlessAborted(seed(home, database.url, clock.now(), say), signal);
  await build;
  signal.throwIfAborted();

  // Nobody else works under this name: the folder is ours alone.
  const name = `${hostname()}:${dataFolder}`;
  await takeBack(home, areas, name);
  const loop = startWorkerLoop(
    home,
    areas,
    (stopping) => {
      const tick = makeTick(home, areas, { name, stopping });
      return async () => {
        await tick();
        // Files carry the machine's own time, not the demo's.
        await sweepIncoming(filesFolder(settings), Date.now() - day);
      };
    },
    tickMs,
    name,
  );
  wake = loop.wake;
  ends.push(loop.stop);
  const moveClock = async (to: number | null) => {
    clock.setTo(to);
    await loop.tick();
  };
  const serving =
    settings.processes === 1
      ? await serveHome(home, settings, root, moveClock)
      : await startChildren(
          {
            settings,
            root,
            databaseUrl: database.url,
            log,
            write: lines.write,
            wake: loop.wake,
            shift: clock.shift,
            setClock: clock.setTo,
            tick: loop.tick,
          },
          signal,
        );
  ends.push(serving.stop);
  const { address } = serving;
  await lock.tellAddress(address);
  void loop.tick();
  const personas =
    mode === 'demo'
      ? (await import('../core/seeds/personas')).personas.map(({ persona, nameZh, aboutZh }) => ({
          persona,
          nameZh,
          aboutZh,
        }))
      : [];
  return { address, personas };
}

/** The demo's thousands of small commits need not each wait for the disk: a seeding that breaks off is begun anew. */
async function seed(home: StreamingHome, url: string, now: number, say: (line: string) => void): Promise<void> {
  const relaxed = new URL(url);
  relaxed.searchParams.set('options', '-c synchronous_commit=off');
  const db = openDatabase(relaxed.toString(), 10, unhurried);
  try {
    await seedDemo({ ...home, db }, areas, now, say);
  } finally {
    await db.destroy();
  }
}

/** Rejects on abort; a later result is ignored. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
