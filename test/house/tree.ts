import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(__dirname, '..', '..');

const made = new Set(['node_modules', 'dist', '.data', '.git', 'coverage', '.cache', '.taro-cache', '.swc']);

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (made.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

/** Every file of the project that people wrote, as a path from its root. */
export const allFiles: readonly string[] = [...filesIn(root)].map((path) => relative(root, path)).sort();

/** The files under a folder with one of the endings. */
export const filesUnder = (folder: string, ...endings: string[]): string[] =>
  allFiles.filter((path) => path.startsWith(`${folder}/`) && endings.some((ending) => path.endsWith(ending)));

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A source without its comments; a `//` inside a text or an address stays. */
export const codeOf = (path: string): string =>
  textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
