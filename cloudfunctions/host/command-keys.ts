import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type KeySource, keyFiles } from '../core/platform/crypto/keys';
import type { Settings } from './settings';

/**
 * Where a command that looks into the database finds its keys. The database of the data folder goes with the keys that a demo left there,
 * so nobody has to say that it is a demo's; a command makes no keys of its own.
 */
export function commandKeySource({ mode, databaseUrl, dataFolder }: Settings): KeySource {
  const there = existsSync(join(dataFolder, keyFiles.data));
  return { mode: there && (databaseUrl === null || mode === 'demo') ? 'demo' : 'production', dataFolder };
}
