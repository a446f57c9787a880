import { sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Home } from '../../rpc/home';

const atOnce = 20;
/** After a day nobody sends a file any more that was begun then, in milliseconds. */
const restMs = 24 * 3_600_000;

/**
 * Takes away what was sent and never settled: given up, broken off, sent once more after its check, or left behind when the storage did
 * not answer. Each upload is looked at once, a day after it began; one that cannot be taken away now is tried again. What waits for its
 * check is left alone.
 * @returns how many were looked at for good
 */
export async function sweepLeftovers(home: Home): Promise<number> {
  const now = home.now();
  const old = await home.db
    .selectFrom('upload')
    .select(['id', 'storage_key'])
    .where('swept_at', 'is', null)
    .where(sql<boolean>`begun_at <= ${at(now - restMs)}`)
    .where('state', '<>', 'checking')
    .orderBy('begun_at')
    .limit(atOnce)
    .execute();
  const gone = await Promise.all(old.map(({ storage_key }) => home.storage.discard(storage_key)));
  const swept = old.filter((_, i) => gone[i]).map(({ id }) => id);
  if (swept.length > 0) {
    await home.db
      .updateTable('upload')
      .set({ swept_at: at(now) })
      .where('id', 'in', swept)
      .execute();
  }
  return swept.length;
}
