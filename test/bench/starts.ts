import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';

export type Starts = { withBuild: number; seeding: number; later: number };

const left = new Set(['node_modules', 'dist', '.data', '.git']);

/**
 * How long `npm start` takes, in seconds, in a copy of the sources: the very first time, the first time on an empty data folder
 * with the pages already built, and again on the same data.
 * @param measure is given the copy once its pages are built
 */
export async function measureStarts(root: string, measure: (pages: string) => void): Promise<Starts> {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-bench-start-'));
  const copy = join(folder, 'xinghuo');
  for (const name of readdirSync(root)) {
    if (!left.has(name)) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  try {
    const withBuild = await startOnce(copy, first);
    measure(join(copy, 'dist/h5'));
    const seeding = await startOnce(copy, second);
    const later = await startOnce(copy, second);
    return { withBuild, seeding, later };
  } finally {
    for (const data of [first, second]) await removeCluster(data);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the product, waits until it answers, ends it. Answers the seconds to the answer. */
async function startOnce(folder: string, data: string): Promise<number> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    // A group of its own: npm does not hand every signal on.
    detached: true,
    env: { ...environment, XINGHUO_DATA: data, XINGHUO_PORT: String(20_000 + Math.floor(Math.random() * 20_000)) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    await ready(child);
    return (performance.now() - began) / 1000;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let words = '';
    const hear = (chunk: Buffer) => {
      words += chunk.toString('utf8');
      if (/^ready http/m.test(words)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The product did not start:\n${words.slice(-2000)}`)));
  });
}
