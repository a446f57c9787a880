/**
 * `npm run appoint -- --role cityStaff [--region 蒲县] [--again "理由"]`: prints the one-time code with which an installation begins. Where the product
 * runs and where `npm run migrate` does; it needs the database alone.
 */
import { roleZh } from '@shared/kernel/actor';
import { deadlineZh } from '@shared/kernel/moment-words';
import { appoint } from '../core/people/grants/appoint';
import { openRandom } from '../core/platform/crypto/random';
import { openDatabase, unhurried } from '../core/platform/db';
import { readAppointment } from './appointment';
import { readSettings } from './settings';
import { visitDatabase } from './visit-database';

async function main(args: readonly string[]): Promise<void> {
  const wanted = readAppointment(args);
  await visitDatabase(readSettings(process.env, []), console.error, async (url) => {
    const db = openDatabase(url, 1, unhurried);
    const log = { info: () => undefined, error: (fields: object) => console.error(fields) };
    try {
      const { code, expiresAt } = await appoint({ db, log, random: openRandom() }, wanted, Date.now());
      console.log(`${roleZh[wanted.role]}的邀请码（只能用一次，${deadlineZh(expiresAt)}）：\n\n    ${code}\n`);
      console.log(
        '请交给本人：打开小程序，登录后在“我的—输入邀请码”中输入。邀请码只显示这一次，遗失了就再运行一次本命令。',
      );
    } finally {
      await db.destroy();
    }
  });
}

Promise.resolve()
  .then(() => main(process.argv.slice(2)))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
