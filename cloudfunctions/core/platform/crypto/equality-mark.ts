import { sql } from 'kysely';
import type { Db } from '../db';
import { json } from '../schema';
import type { DataKey } from './data-key';
import { equality } from './equality';

/**
 * Throws with a sentence for people when the database's fingerprints were made under another equality key: one person could enter twice, and a
 * change sent again would be done again. The first key that comes is remembered by its mark, from which nobody gets it. A database without its
 * schema is let pass.
 */
export async function demandSameEqualityKey(db: Db, key: DataKey): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('setting') is not null as there`.execute(db);
  if (!rows[0]?.there) return;
  const mark = equality('xinghuo', 'equality-mark', key);
  await db
    .insertInto('setting')
    .values({ key: 'equalityMark', value: json(mark) })
    .onConflict((c) => c.column('key').doNothing())
    .execute();
  const kept = await db.selectFrom('setting').select('value').where('key', '=', 'equalityMark').executeTakeFirst();
  if (kept?.value === mark) return;
  throw new Error(
    '比对密钥与这个数据库以前用的不同，不能启动：同一个人可能重复报名。请把 XINGHUO_EQUALITY_KEY 设为以前的值；以前没有设过的，设为编号最小的旧 XINGHUO_DATA_KEY。',
  );
}
