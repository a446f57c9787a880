/**
 * `npm run rekey`: seals every personal value anew under the first key of XINGHUO_DATA_KEY, in chunks, while the product serves, and
 * says whether the older keys may go. May be ended and run again at any time. Ends with 1 as long as something is left.
 */

import { areas } from '../core/areas';
import { sealedColumnsOf } from '../core/line/area';
import { readKeys } from '../core/platform/crypto/keys';
import { openDatabase, unhurried } from '../core/platform/db';
import { rekey } from '../core/platform/rekey';
import { commandKeySource } from './command-keys';
import { readSettings } from './settings';
import { visitDatabase } from './visit-database';

async function main(): Promise<void> {
  const settings = readSettings(process.env, []);
  const { keys } = readKeys(process.env, commandKeySource(settings));
  const [first, ...older] = keys;
  await visitDatabase(settings, console.log, async (url) => {
    const db = openDatabase(url, 1, unhurried);
    try {
      const { renewed, remaining } = await rekey(db, sealedColumnsOf(areas), keys, ({ table, column }, count) =>
        console.log(`${table}.${column}：已换 ${count} 条`),
      );
      console.log(`本次共换 ${renewed} 条，现用密钥 ${first.id}`);
      for (const { table, column, key, rows } of remaining) {
        console.error(`${table}.${column}：还有 ${rows} 条用 ${key} 加密`);
      }
      if (remaining.length > 0) {
        console.error(
          '还没有换完，旧密钥不能删。请确认每个正在运行的程序都已把新密钥写在最前面，再运行一次；仍有剩余的，是列出的密钥不在 XINGHUO_DATA_KEY 中，或内容已损坏。',
        );
        process.exitCode = 1;
      } else console.log(farewell(older.map(({ id }) => id)));
    } finally {
      await db.destroy();
    }
  });
}

/** When the older keys may go. */
function farewell(older: readonly string[]): string {
  if (older.length === 0) return `数据库里的个人信息都已用现用密钥加密。`;
  const names = older.join('、');
  const equality = process.env.XINGHUO_EQUALITY_KEY?.trim()
    ? ''
    : '删之前先设 XINGHUO_EQUALITY_KEY，值为编号最小的旧密钥（不带编号），否则删后不能启动。';
  return `数据库里的个人信息都已用现用密钥加密。换密钥满 1 小时后（上传凭证到期），可以从 XINGHUO_DATA_KEY 中删去 ${names}。${equality}旧备份仍要用旧密钥，备份保存多久，旧密钥就离线保存多久。`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
