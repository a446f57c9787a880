import { sql } from 'kysely';
import type { Mode } from '../rpc/home';
import type { Db } from './db';

export type Content = 'empty' | 'demo' | 'real';

/** What the database holds: nothing yet, the demo edition, or real data, which begins with the first person. Any schema will do, also none. */
export async function contentOf(db: Db): Promise<Content> {
  const { rows } = await sql<{ settings: boolean; people: boolean }>`
    select to_regclass('setting') is not null as settings, to_regclass('person') is not null as people`.execute(db);
  if (rows[0]?.settings) {
    // A seeding that was interrupted has left demo data too.
    const demo = await db
      .selectFrom('setting')
      .select('key')
      .where('key', 'in', ['demoSeeded', 'demoSeeding'])
      .executeTakeFirst();
    if (demo) return 'demo';
  }
  if (!rows[0]?.people) return 'empty';
  const person = await db.selectFrom('person').select('id').limit(1).executeTakeFirst();
  return person ? 'real' : 'empty';
}

/**
 * Why a database must not be used in a mode, in a sentence for people; null when it may. Demo data and real data never meet: the demo lets
 * anyone be anybody (conventions, Who).
 */
export function contentMisfit(mode: Mode, content: Content): string | null {
  if (mode === 'production' && content === 'demo') {
    return '这个数据库里是演示数据，不能用于正式运行。请换一个空的数据库。';
  }
  if (mode === 'demo' && content === 'real') {
    return '这个数据库里是正式数据，不能用演示模式打开：演示模式任何人都可以用任何身份登录。';
  }
  return null;
}
