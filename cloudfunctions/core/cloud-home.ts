import { randomBytes } from 'node:crypto';
import type { Home } from './home';
import { readDataKeys } from './platform/crypto/data-key';
import { contentMisfit, contentOf } from './platform/database-content';
import { openDatabase } from './platform/db';
import { openLog } from './platform/log';
import { openCloudStorage } from './platform/storage/cloud-storage';
import { wechatFromEnvironment } from './platform/wechat/http-wechat';

/** One call runs in an instance at a time; the second connection is for what counts outside the call's transaction. */
const connections = 2;

/**
 * The home that a cloud function finds itself in, made from its environment: `DATABASE_URL`, `XINGHUO_DATA_KEY`, `XINGHUO_MODE`.
 * Opens no connection yet. Throws when something is missing.
 */
export function openCloudHome(env: NodeJS.ProcessEnv): Home {
  const url = env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set.');
  return {
    mode: env.XINGHUO_MODE === 'demo' ? 'demo' : 'production',
    db: openDatabase(url, connections),
    // A function's disk is forgotten: a key made there would be lost, so none is made in the demo either.
    keys: readDataKeys({ mode: 'production', configured: env.XINGHUO_DATA_KEY, dataFolder: '' }),
    storage: openCloudStorage(),
    wechat: wechatFromEnvironment(env, Date.now),
    uploadRoute: ({ storageKey }) => ({ kind: 'cloud', cloudPath: `uploads/${storageKey}` }),
    fileAddress: async () => {
      throw new Error('The cloud storage is not connected to this installation.');
    },
    now: Date.now,
    random: (bytes) => randomBytes(bytes),
    // The worker's timer comes every minute; a function cannot run on after its answer.
    wake: () => undefined,
    log: openLog(),
  };
}

/** Throws when the database holds data that this mode must not touch. */
export async function demandFittingDatabase(home: Home): Promise<void> {
  const misfit = contentMisfit(home.mode, await contentOf(home.db));
  if (misfit !== null) throw new Error(misfit);
}
