import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Uses, usesOf } from './uses';

const root = join(__dirname, '../..');

let known: ReadonlyMap<string, Uses> | null = null;

/** What each source of the mini app uses of the platform, by its path from the project's root; read once. */
export function sourceUses(): ReadonlyMap<string, Uses> {
  known ??= readSources();
  return known;
}

function readSources(): ReadonlyMap<string, Uses> {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).map((name) => `src/${name}`);
  return new Map(sources.sort().map((path) => [path, usesOf(readFileSync(join(root, path), 'utf8'), true)]));
}
