import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, watch } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderInUse, lockFolder } from './folder-lock';
import { sourceHash } from './source-hash';

const stamp = '.built-from';
const everyMs = 5000;

/** The built H5 app's folder. */
export const pagesFolder = (root: string): string => join(root, 'dist/h5');

/**
 * Builds the H5 app unless it stands in dist/h5 as its sources are now. Two processes at once build it once.
 * @param root the project's folder
 * @param say told what happens and, every five seconds, that it goes on
 * Throws an Error with the build's last lines when it fails.
 */
export async function buildPages(root: string, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  const lock = await lockBuild(root, say, signal);
  try {
    const hash = await sourceHash(root);
    const built = await readFile(join(pagesFolder(root), stamp), 'utf8').catch(() => '');
    if (built === hash && (await exists(join(pagesFolder(root), 'index.html')))) return;
    say('正在构建网页端，第一次约需一分钟');
    const began = Date.now();
    const timer = setInterval(() => say(`正在构建网页端（${seconds(began)} 秒）`), everyMs);
    try {
      await runTaro(root, signal);
    } finally {
      clearInterval(timer);
    }
    await writeFile(join(pagesFolder(root), stamp), hash);
    say(`网页端构建完成（${seconds(began)} 秒）`);
  } finally {
    await lock.release();
  }
}

/**
 * Builds the H5 app again at each change of its sources, until `signal`. Taro's own watcher serves H5 from a server of its own, on
 * another port than the API; this one leaves the pages where the host serves them. A build that fails is told, and the next change tried.
 */
export async function watchPages(root: string, say: (line: string) => void, signal: AbortSignal): Promise<void> {
  let changed = () => undefined as unknown;
  for (const folder of ['src', 'config']) {
    watch(join(root, folder), { recursive: true, signal }, () => changed());
  }
  signal.addEventListener('abort', () => changed(), { once: true });
  while (!signal.aborted) {
    const next = new Promise((resolve) => {
      changed = () => resolve(undefined);
    });
    await buildPages(root, say, signal).catch((error: unknown) => {
      if (!signal.aborted) say(error instanceof Error ? error.message : String(error));
    });
    await next;
    // An editor writes several files at once.
    await pause(200);
  }
}

async function lockBuild(root: string, say: (line: string) => void, signal: AbortSignal) {
  await mkdir(join(root, 'dist'), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      return await lockFolder(join(root, 'dist'), '.h5-building.json');
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      if (!told) say('另一个进程正在构建网页端，等它完成');
      await pause(300, undefined, { signal });
    }
  }
}

async function runTaro(root: string, signal: AbortSignal): Promise<void> {
  const taro = createRequire(join(root, 'package.json')).resolve('@tarojs/cli/bin/taro');
  const env = {
    ...process.env,
    TARO_APP_HOME: 'server',
    NODE_ENV: 'production',
    NO_UPDATE_NOTIFIER: '1',
  };
  const child = spawn(process.execPath, [taro, 'build', '--type', 'h5', '--no-check'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logPath = join(root, 'dist/h5-build.log');
  const log = createWriteStream(logPath);
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      log.write(chunk);
      words = (words + chunk.toString('utf8')).slice(-8000);
    });
  }
  const end = () => void child.kill('SIGTERM');
  signal.addEventListener('abort', end, { once: true });
  const code = await ended(child);
  signal.removeEventListener('abort', end);
  log.end();
  if (signal.aborted) throw new Error('已停止。');
  const lines = words.trim().split('\n').slice(-25).join('\n');
  if (code !== 0) throw new Error(`网页端构建失败，完整记录在 ${logPath}，最后几行：\n${lines}`);
  // Taro answers 0 for a build with errors too.
  if (!(await exists(join(pagesFolder(root), 'index.html'))))
    throw new Error(`网页端没有构建出来，最后几行：\n${lines}`);
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.on('error', () => resolve(-1));
    child.on('exit', resolve);
  });

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);
