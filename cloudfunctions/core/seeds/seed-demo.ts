import type { Home } from '../home';
import { json } from '../platform/schema';
import { seedEditions } from './editions';
import { seedPersonas } from './personas';

/**
 * Fills an empty database with the demo edition, once: the setting `demoSeeded` says that it is done.
 * @param now the seeding day's instant, in milliseconds
 * @param say told of each long step, in words for people
 */
export async function seedDemo(home: Home, now: number, say: (line: string) => void): Promise<void> {
  const seeded = await home.db.selectFrom('setting').select('key').where('key', '=', 'demoSeeded').executeTakeFirst();
  if (seeded) return;
  say('正在写入演示数据');
  await home.db.transaction().execute(async (tx) => {
    await seedEditions(tx, now);
    await seedPersonas(tx, now);
    await tx
      .insertInto('setting')
      .values({ key: 'demoSeeded', value: json({ at: now }) })
      .execute();
  });
}
