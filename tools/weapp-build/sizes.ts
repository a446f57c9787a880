import { type Build, packageOf } from './build';

/** WeChat takes 2 MB a package and warns at 1.5 MB, so that is ours; the main package is what a phone waits for (platform, packages). */
export const mainLimit = 600 * 1024;
const packageLimit = 1.5 * 1024 * 1024;
const totalLimit = 30 * 1024 * 1024;

/** Bytes a package, the main one first. */
export function sizesOf(build: Build): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>([['main', 0]]);
  for (const [file, bytes] of build.files) sizes.set(packageOf(file), (sizes.get(packageOf(file)) ?? 0) + bytes);
  return sizes;
}

/** Each package and all of them keep to their limits. */
export function checkSizes(build: Build): string[] {
  const sizes = [...sizesOf(build)];
  const faults = sizes
    .map(([name, bytes]) => ({ name, bytes, limit: name === 'main' ? mainLimit : packageLimit }))
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ name, bytes, limit }) => `package ${name} has ${bytes} bytes, its limit is ${limit}`);
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
  if (total > totalLimit) faults.push(`all packages have ${total} bytes, their limit is ${totalLimit}`);
  return faults;
}
