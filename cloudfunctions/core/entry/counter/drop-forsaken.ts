import { sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Home } from '../../rpc/home';
import { removeDrafts } from '../lifetime/remove-drafts';

/** Removes what was begun at the counter and not confirmed in time, like a draft that is deleted: rows, sealed values and files; audits stay. */
export async function dropForsaken(home: Home): Promise<number> {
  const now = home.now();
  return removeDrafts(
    home,
    now,
    sql`from counter_entry n join entry e on e.id = n.entry_id
      where n.confirmed_at is null and n.ends_at <= ${at(now)} order by n.ends_at`,
  );
}
