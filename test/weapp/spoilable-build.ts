import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Build, openBuild } from '../../tools/weapp-build/build';

export type SpoilableBuild = {
  /** The copy, whole but for these files; null takes a file away, a number makes it that long. */
  withFiles(files: Readonly<Record<string, string | Buffer | number | null>>): Build;
  /** Makes the copy whole again. */
  mend(): void;
  remove(): void;
};

/** One copy of a build for many tests, each of which spoils a file or two: copying two hundred files a test takes too long. */
export function copyOf(build: string): SpoilableBuild {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-static-'));
  cpSync(build, folder, { recursive: true });
  let undo: Array<() => void> = [];
  const mend = () => {
    for (const step of undo) step();
    undo = [];
  };
  return {
    withFiles(files) {
      mend();
      for (const [name, content] of Object.entries(files)) {
        const file = join(folder, name);
        const before = existsSync(file) ? readFileSync(file) : null;
        undo.push(() => (before === null ? rmSync(file) : writeFileSync(file, before)));
        if (content === null) rmSync(file);
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, typeof content === 'number' ? '' : content);
          if (typeof content === 'number') truncateSync(file, content);
        }
      }
      return openBuild(folder);
    },
    mend,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
