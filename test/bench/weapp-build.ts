import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What one package of the mini program weighs, and what of it travels. */
export type Package = { name: string; bytes: number; gzipped: number };

/**
 * Builds the mini program and the functions behind it from the sources as they stand; answers the mini program's folder.
 * Throws with what the build said.
 */
export function buildWeapp(root: string): string {
  for (const script of ['build:weapp', 'build:functions']) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`npm run ${script}:\n${stdout}\n${stderr}`);
  }
  return join(root, 'dist/weapp');
}

/** The packages of the build, the main one first. A package's files are pressed one after the other, as they are sent. */
export function weighPackages(built: string): Package[] {
  const files = new Map<string, Buffer[]>([['main', []]]);
  const found = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of found.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const name = /^packages[\\/]([^\\/]+)[\\/]/.exec(path.slice(built.length + 1))?.[1] ?? 'main';
    const own = files.get(name) ?? [];
    own.push(readFileSync(path));
    files.set(name, own);
  }
  return [...files].map(([name, parts]) => {
    const whole = Buffer.concat(parts);
    return { name, bytes: whole.length, gzipped: gzipSync(whole).length };
  });
}
