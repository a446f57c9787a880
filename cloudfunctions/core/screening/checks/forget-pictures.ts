import { sql } from 'kysely';
import { leaderForgotten } from '../../entry/queries';
import { forgetFiles, holdsFiles } from '../../files/leaving/forget-personal';
import { appendAudit } from '../../platform/audit/audit';
import type { Home } from '../../rpc/home';

const atOnce = 200;

/**
 * Deletes the pictures of looks at lists once the sealed values of their entry were deleted: they show the same person. Day, result and note stay;
 * the audit keeps which looks.
 * @returns how many looks had one
 */
export async function forgetPictures(home: Home): Promise<number> {
  const now = home.now();
  let gone = 0;
  for (let some = atOnce; some === atOnce; gone += some) {
    some = await home.db.transaction().execute(async (tx) => {
      // Whoever sends a picture holds the entry's lock.
      const { rows } = await sql<{ id: string }>`select c.id from credit_check c join entry e on e.id = c.entry_id
        where ${leaderForgotten} and ${holdsFiles(sql`c.id`)} order by e.id, c.id limit ${atOnce} for update of e`.execute(
        tx,
      );
      const checkIds = rows.map(({ id }) => id);
      if (checkIds.length === 0) return 0;
      await forgetFiles(tx, checkIds, now);
      await appendAudit(tx, {
        subject: 'check:pictures',
        act: 'screening/forgetPictures',
        data: { checkIds },
        actor: 'system',
        now,
      });
      return checkIds.length;
    });
  }
  return gone;
}
