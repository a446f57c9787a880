/**
 * `npm run appoint -- --role cityStaff [--region 蒲县] [--again "理由"]`: prints the one-time code with which an installation begins. Where the product
 * runs and where `npm run migrate` does; it needs the database alone.
 */
import { roleNames, roleZh } from '@shared/kernel/actor';
import { deadlineZh } from '@shared/kernel/moment-words';
import { givenRoles } from '@shared/people/grants/giving';
import { type Appointment, appoint } from '../core/people/grants/appoint';
import { openRandom } from '../core/platform/crypto/random';
import { openDatabase, unhurried } from '../core/platform/db';
import { readSettings, WrongSetting } from './settings';
import { visitDatabase } from './visit-database';

const usage = '用法：npm run appoint -- --role cityStaff [--region 县（市、区）] [--again "理由"]';

/** What the command line asks for. Throws WrongSetting with a sentence for people. */
function readAppointment(args: readonly string[]): Appointment {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const [name = '', value = ''] = args.slice(i, i + 2);
    if (!['--role', '--region', '--again'].includes(name) || value.trim() === '' || given.has(name)) {
      throw new WrongSetting(usage);
    }
    given.set(name, value.trim());
  }
  const role = roleNames.find((known) => known === given.get('--role'));
  if (role === undefined || !givenRoles.includes(role)) throw new WrongSetting(usage);
  return { role, region: given.get('--region') ?? null, again: given.get('--again') ?? null };
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = readAppointment(args);
  await visitDatabase(readSettings(process.env, []), console.error, async (url) => {
    const db = openDatabase(url, 1, unhurried);
    const log = { info: () => undefined, error: (fields: object) => console.error(fields) };
    try {
      const { code, expiresAt } = await appoint({ db, log, random: openRandom() }, wanted, Date.now());
      console.log(`${roleZh[wanted.role]}的邀请码（只能用一次，${deadlineZh(expiresAt)}）：\n\n    ${code}\n`);
      console.log(
        '请交给本人：打开小程序，登录后在“我的 — 输入邀请码”中输入。邀请码只显示这一次，遗失了就再运行一次本命令。',
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
