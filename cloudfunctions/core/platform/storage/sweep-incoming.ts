import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes from a disk storage's folder what was received, wholly or in part, but never settled, and was last written
 * before `before` (milliseconds since 1970): broken transfers, and leavings of a crash. Returns how many files went.
 * Transfers of less than a day should be left alone.
 */
export async function sweepIncoming(folder: string, before: number): Promise<number> {
  let removed = 0;
  for (const place of ['incoming', 'settling']) {
    for (const name of await readdir(join(folder, place))) {
      const path = join(folder, place, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs >= before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
  }
  return removed;
}
