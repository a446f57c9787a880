import { join } from 'node:path';
import { openWechatCheck } from '../core/platform/content-check/wechat-check';
import type { Keys } from '../core/platform/crypto/keys';
import type { Db } from '../core/platform/db';
import { smsFromEnvironment } from '../core/platform/sms/from-environment';
import { openDiskStorage } from '../core/platform/storage/disk-storage';
import { openDiskSealBook, sealFolder } from '../core/platform/storage/seal-book';
import { openHttpWechat } from '../core/platform/wechat/http-wechat';
import { templateIdsFromEnvironment } from '../core/platform/wechat/template-ids';
import { wechatFromEnvironment } from '../core/platform/wechat/wechat-calls';
import type { Home, StreamingHome } from '../core/rpc/home';
import type { Clock } from './clock';
import { openHome } from './open-home';
import type { Settings } from './settings';

export const filesFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'>): string => join(dataFolder, 'files');

/** The home of a process of this installation: its data folder, and WeChat as the environment says. */
export async function openOwnHome(
  settings: Pick<Settings, 'mode' | 'dataFolder'>,
  keys: Keys,
  { db, clock, wake, log }: { db: Db; clock: Clock; wake(): void; log: Home['log'] },
): Promise<StreamingHome> {
  const wechat = wechatFromEnvironment(process.env, clock.now);
  return openHome({
    mode: settings.mode,
    db,
    ...keys,
    storage: await openDiskStorage(filesFolder(settings)),
    sealBook: openDiskSealBook(join(settings.dataFolder, sealFolder)),
    wechat: wechat && openHttpWechat(wechat),
    contentCheck: wechat && openWechatCheck(wechat),
    templateIds: templateIdsFromEnvironment(process.env),
    ...smsFromEnvironment(process.env, clock.now),
    now: clock.now,
    wake,
    log,
  });
}
