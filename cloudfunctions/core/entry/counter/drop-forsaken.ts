import { sql } from 'kysely';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { removeDraft } from '../lifetime/remove-draft';
import { entryHeads } from '../subjects';

const atOnce = 50;

/** Removes what was begun at the counter and not confirmed in time, like a draft that is deleted: rows, sealed values and files; audits stay. */
export async function dropForsaken(home: Home): Promise<number> {
  const now = home.now();
  let gone = 0;
  for (;;) {
    const done = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select e.id from counter_entry n join entry e on e.id = n.entry_id
        where n.confirmed_at is null and n.ends_at <= ${at(now)} order by n.ends_at limit ${atOnce}
        for update of e skip locked`.execute(tx);
      const call = makeCall(home, tx, null, now);
      const heads = await entryHeads(
        call,
        rows.map(({ id }) => id),
      );
      for (const head of heads) await removeDraft(call, head);
      return rows.length;
    });
    gone += done;
    if (done < atOnce) return gone;
  }
}
