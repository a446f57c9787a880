import { createHash } from 'node:crypto';
import { type Build, filesEnding } from './build';

const known = new Map<string, string[]>();

/**
 * What a compiler says of files that stand as they stood when it was last asked: a build is judged many times by its tests, each time spoilt in another place.
 * @param endings of the files that it reads
 */
export function judgedOnce(
  compiler: string,
  build: Build,
  endings: readonly string[],
  judge: () => string[],
): string[] {
  const hash = createHash('sha256').update(compiler);
  for (const file of endings.flatMap((ending) => filesEnding(build, ending)))
    hash.update(`\0${file}\0`).update(build.text(file));
  const key = hash.digest('hex');
  const faults = known.get(key) ?? judge();
  known.set(key, faults);
  return faults;
}
