import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the built H5 app depends on. */
const sources = ['src', 'config', '.browserslistrc', 'tsconfig.json', 'package-lock.json'];

/** SHA-256 over the names and contents of everything that the H5 app is built from; `root` is the project's folder. */
export async function sourceHash(root: string): Promise<string> {
  const hash = createHash('sha256');
  async function add(path: string): Promise<void> {
    const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      const bytes = await readFile(join(root, path)).catch(() => null);
      if (bytes !== null) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
      return;
    }
    for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) await add(`${path}/${name}`);
  }
  for (const path of sources) await add(path);
  return hash.digest('hex');
}
