import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';
import type { KeptKind } from '../../platform/storage/formats/detected-file';
import type { Home } from '../../rpc/home';
import { lockContents } from './name-content';

const atOnce = 20;

/**
 * Erases bytes that were left and that no row names any more: a file stands in a form or its versions, is frozen by a submission, or is about to be
 * settled. What the storage does not take away now is tried again; what it does not answer for holds up nothing else.
 * @returns how many were erased
 */
export async function eraseLeaving(home: Home): Promise<number> {
  const now = home.now();
  const leaving = await home.db.transaction().execute((tx) => claim(tx, now));
  const gone = await Promise.all(
    leaving.map(({ name, kind }) =>
      kind === null ? home.storage.discard(name) : home.storage.erase({ sha256: name, kind }),
    ),
  );
  const erased = leaving.filter((_, i) => gone[i]).map(({ name }) => name);
  if (erased.length > 0) await home.db.deleteFrom('file_leaving').where('name', 'in', erased).execute();
  return erased.length;
}

/** Marks what is to be erased, so that nobody settles the same bytes meanwhile, and forgets what is named after all. */
async function claim(tx: Db, now: number): Promise<Array<{ name: string; kind: KeptKind | null }>> {
  const found = await tx
    .selectFrom('file_leaving')
    .select('name')
    .orderBy('since')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  const names = found.map(({ name }) => name);
  if (names.length === 0) return [];
  await lockContents(tx, names);
  await sql`delete from file_leaving l where l.name = any(${names}) and l.kind is not null and exists (
      select from upload u where u.sha256 = l.name and (u.state = 'checking'
        or (u.state = 'accepted' and (u.removed_at is null or u.frozen_in is not null))))`.execute(tx);
  return tx
    .updateTable('file_leaving')
    .set({ erasing_at: at(now) })
    .where('name', 'in', names)
    .returning(['name', 'kind'])
    .execute();
}
