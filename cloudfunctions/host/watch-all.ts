import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { watchPages } from './build-pages';

/**
 * Runs the host under a watcher of what the server is made of, and a watcher of the pages beside it, until `signal`. A change of a
 * page builds the pages anew and does not restart the server.
 */
export async function watchAll(
  root: string,
  args: readonly string[],
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
  const rest = args.filter((arg) => !['--watch', '--no-build', '--fresh'].includes(arg));
  const pages = args.includes('--no-build') ? Promise.resolve() : watchPages(root, say, signal);
  const child = spawn(
    process.execPath,
    [tsx, 'watch', '--clear-screen=false', join(root, 'cloudfunctions/host/start.ts'), '--no-build', ...rest],
    // Apart from the terminal, whose Ctrl-C would come on top of our own signal: at a second one it kills the host at once.
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  );
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  await new Promise((end) => child.on('exit', end));
  if (signal.aborted) await pages;
}
