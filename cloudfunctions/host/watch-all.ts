import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { watchPages } from './build-pages';

/**
 * Runs the host under a watcher of the server's sources, and Taro's watcher of the pages beside it, until `signal`. The pages are told
 * apart from the server: a change of a page does not restart it.
 */
export async function watchAll(root: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const tsx = createRequire(join(root, 'package.json')).resolve('tsx/cli');
  const rest = args.filter((arg) => !['--watch', '--no-build', '--fresh'].includes(arg));
  if (!args.includes('--no-build')) watchPages(root, signal);
  const child = spawn(
    process.execPath,
    [tsx, 'watch', '--clear-screen=false', join(root, 'cloudfunctions/host/start.ts'), '--no-build', ...rest],
    { cwd: root, stdio: 'inherit' },
  );
  signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  await new Promise((end) => child.on('exit', end));
}
