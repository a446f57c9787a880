import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser fetches before it shows the first page: the document and what it names; bytes, plain and gzipped. */
export function firstLoad(pages: string): { bytes: number; gzipped: number } {
  const index = readFileSync(join(pages, 'index.html'));
  const named = [...index.toString('utf8').matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"?]+)"/g)];
  const files = [index, ...named.map(([, path]) => readFileSync(join(pages, path ?? '')))];
  return {
    bytes: files.reduce((sum, file) => sum + file.length, 0),
    gzipped: files.reduce((sum, file) => sum + gzipSync(file).length, 0),
  };
}

/** Bytes of each package of the mini program, the main one first; empty when it has not been built. */
export function weappPackages(root: string): Array<{ name: string; bytes: number }> {
  const built = join(root, 'dist/weapp');
  if (!existsSync(join(built, 'app.js'))) return [];
  const sizes = new Map<string, number>([['main', 0]]);
  for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const { size } = statSync(join(built, path));
    if (!statSync(join(built, path)).isFile()) continue;
    const name = /^packages[\\/]([^\\/]+)[\\/]/.exec(path)?.[1] ?? 'main';
    sizes.set(name, (sizes.get(name) ?? 0) + size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}
