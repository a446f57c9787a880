import { openWechatCheck } from '../platform/content-check/wechat-check';
import { demandSameEqualityKey } from '../platform/crypto/equality-mark';
import { readKeys } from '../platform/crypto/keys';
import { openRandom } from '../platform/crypto/random';
import { contentMisfit, contentOf } from '../platform/database-content';
import { openDatabase } from '../platform/db';
import { openLog } from '../platform/log/log';
import { smsFromEnvironment } from '../platform/sms/from-environment';
import { incomingPath, openCloudStorage, settledPath } from '../platform/storage/cloud-storage';
import { openCloudSealBook } from '../platform/storage/seal-book';
import { openCloudFiles } from '../platform/wechat/cloud-files';
import { openHttpWechat } from '../platform/wechat/http-wechat';
import { templateIdsFromEnvironment } from '../platform/wechat/template-ids';
import { wechatFromEnvironment } from '../platform/wechat/wechat-calls';
import type { Home } from './home';

/** One call runs in an instance at a time; the second connection is for what counts outside the call's transaction. */
const connections = 2;

/**
 * The home that a cloud function finds itself in, made from its environment: `DATABASE_URL`, `XINGHUO_DATA_KEY`,
 * `XINGHUO_EQUALITY_KEY`, `XINGHUO_AUDIT_KEY`, `XINGHUO_MODE`, `XINGHUO_CLOUD_ENV`, `XINGHUO_WECHAT_APPID`, `XINGHUO_WECHAT_SECRET`. Opens no connection yet. Throws when something is missing.
 */
export function openCloudHome(env: NodeJS.ProcessEnv): Home {
  const url = env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set.');
  // A function's disk is forgotten: a key made there would be lost, so none is made in the demo either.
  const keys = readKeys(env, { mode: 'production', dataFolder: '' });
  const cloudEnv = env.XINGHUO_CLOUD_ENV;
  if (!cloudEnv) throw new Error('XINGHUO_CLOUD_ENV is not set.');
  const wechat = wechatFromEnvironment(env, Date.now);
  if (wechat === null) throw new Error('XINGHUO_WECHAT_APPID and XINGHUO_WECHAT_SECRET are not set.');
  const log = openLog();
  const files = openCloudFiles(wechat, cloudEnv);
  return {
    mode: env.XINGHUO_MODE === 'demo' ? 'demo' : 'production',
    db: openDatabase(url, connections),
    ...keys,
    storage: openCloudStorage(files, (error) => log.error({ error: String(error) }, 'a leftover of an upload stays')),
    sealBook: openCloudSealBook(files),
    wechat: openHttpWechat(wechat),
    contentCheck: openWechatCheck(wechat),
    templateIds: templateIdsFromEnvironment(env),
    ...smsFromEnvironment(env, Date.now),
    uploadRoute: ({ storageKey }) => ({ kind: 'cloud', cloudPath: incomingPath(storageKey) }),
    async fileAddress({ sha256, kind, expiresAt }) {
      const seconds = Math.ceil((expiresAt - Date.now()) / 1000);
      const address = await files.addressOf(settledPath({ sha256, kind }), Math.max(1, seconds));
      if (address === null) throw new Error('A settled file is gone from the cloud storage.');
      return address;
    },
    now: Date.now,
    random: openRandom(),
    // The worker's timer comes every minute; a function cannot run on after its answer.
    wake: () => undefined,
    runsOn: false,
    log,
  };
}

/** Throws when the database holds data that this mode must not touch, or that another equality key fits. */
export async function demandFittingDatabase(home: Home): Promise<void> {
  const misfit = contentMisfit(home.mode, await contentOf(home.db));
  if (misfit !== null) throw new Error(misfit);
  await demandSameEqualityKey(home.db, home.equalityKey);
}
