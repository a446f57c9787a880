import { setTimeout as pause } from 'node:timers/promises';
import { type ClusterPlace, chooseClusterPlace } from './cluster-folder';
import { type ClusterSettings, databaseUrl, findFreePort, openSettings, saveSettings } from './cluster-settings';
import { createDatabase } from './create-database';
import { errorCode } from './error-code';
import { initCluster } from './init-cluster';
import { keepRunning } from './keep-running';
import { type Launch, launchPostmaster } from './launch-postmaster';
import { findPostmaster, removeStalePidFile, stopPostmaster } from './postmaster';
import { preparePrograms } from './prepare-programs';

/** The database that the application uses. */
const databaseName = 'xinghuo';

/** Milliseconds during which a server killed a moment ago may still be letting go of its memory. */
const patience = 10_000;

export interface ClusterOptions {
  /** The application's data folder; made when missing. The cluster lives in it or, for root in a closed folder, beside. */
  dataFolder: string;
  /** false trades safety after a power cut for speed; for tests. */
  durable?: boolean;
  /** Told of each long step, in words for people. */
  say?: (line: string) => void;
}

export interface Cluster {
  /** Connection string of the database `xinghuo`; it contains the password. */
  url: string;
  /** From here on until `stop()`, starts the server again by itself whenever it dies; the address stays. */
  keepRunning(): void;
  /** Shuts the server down and waits for it; close the connections first. A second call does nothing more. */
  stop(): Promise<void>;
  /** false when a server left running by an earlier process was taken over. */
  startedHere: boolean;
  /** Where the cluster lives: its data, `server.log` and `xinghuo.json`. */
  folder: string;
}

type Running = { port: number; startedHere: boolean };

/** Takes over the server that runs on the data, waiting out one that is still starting or stopping. */
async function takeOver(data: string): Promise<Running | undefined> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await findPostmaster(data);
    if (!found) return undefined;
    if (found.status === 'ready') return { port: found.port, startedHere: false };
    if (Date.now() > end) throw new Error(`数据库（进程 ${found.pid}）一分钟内没有就绪，请稍后重试。`);
    await pause(50);
  }
}

/** Takes over or launches, and tries again while the port is taken or a killed server is still letting go. */
async function run(
  place: ClusterPlace,
  launch: (port: number) => Promise<Launch>,
  firstPort: number,
): Promise<Running> {
  const end = Date.now() + patience;
  let port = firstPort;
  for (;;) {
    const found = await takeOver(place.data);
    if (found) return found;
    await removeStalePidFile(place.data);
    const launched = await launch(port);
    if (launched.ready) return { port, startedHere: true };
    const portTaken = /could not bind|could not create any TCP/.test(launched.words);
    const passing = portTaken || /lock file|pre-existing shared memory/.test(launched.words);
    if (!passing || Date.now() > end) {
      const lines = launched.words.trim().split('\n').slice(-8).join('\n');
      throw new Error(`数据库没有启动（${place.folder}）。日志 server.log 的最后几行：\n${lines}`);
    }
    if (portTaken) port = await findFreePort();
    else await pause(100);
  }
}

/** Only a connection proves that a server is alive: one that was killed this moment may still look ready. */
async function runAndOpen(runOnce: () => Promise<Running>, settings: ClusterSettings): Promise<Running> {
  const end = Date.now() + patience;
  for (;;) {
    const running = await runOnce();
    try {
      await createDatabase({ ...settings, port: running.port }, databaseName);
      return running;
    } catch (cause) {
      const passwordRefused = errorCode(cause) === '28P01';
      if (passwordRefused || Date.now() > end) {
        throw new Error(`数据库已启动，但无法打开（127.0.0.1:${running.port}）。`, { cause });
      }
      await pause(100);
    }
  }
}

/**
 * Starts the real PostgreSQL of the npm package on a data folder and makes sure that the database `xinghuo` exists.
 *
 * The first start makes the cluster (about a second); a later one takes a tenth of that. A server that a killed process
 * left running is taken over. The server survives its starter's Ctrl-C and end: only `stop()` ends it. Works as a normal
 * user and as root, who lends the server an unprivileged user (docs/decisions/0002-postgres-from-npm.md).
 *
 * @throws an Error with a Chinese sentence for people, the server's last log lines where there are any, and the cause.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataFolder, durable = true, say = () => {} } = options;
  const place = await chooseClusterPlace(dataFolder);
  const programs = await preparePrograms({ user: place.user, copyFolder: dataFolder, say });
  const settings = await openSettings(place.folder);
  await initCluster({ place, programs, settings, durable, say });
  const launch = (port: number) => launchPostmaster({ place, program: programs.postgres, port, durable });
  const { port, startedHere } = await runAndOpen(() => run(place, launch, settings.port), settings);
  say(startedHere ? '数据库已启动' : '已接上仍在运行的数据库');

  const current = { ...settings, port };
  if (port !== settings.port) await saveSettings(place.folder, current);
  let endCare: (() => Promise<void>) | undefined;
  const care = () => {
    endCare ??= keepRunning({
      runs: async () => (await findPostmaster(place.data)) !== undefined,
      // Whoever is connected knows this port alone: it is waited for when somebody else holds it for a moment.
      start: async () => void (await run(place, () => launch(port), port)),
      say,
    });
  };
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      await endCare?.();
      await stopPostmaster(place.data);
    })();
    return stopped;
  };
  return { url: databaseUrl(current, databaseName), keepRunning: care, stop, startedHere, folder: place.folder };
}
