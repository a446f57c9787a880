import type { Db } from '../../cloudfunctions/core/platform/db';
import { at } from '../../cloudfunctions/core/platform/schema';

type Lying = { id: string; personId: string; notice?: string; title?: string; readAt?: number | null };

/** Lays a message, whose id begins with its instant, into each one's inbox; its event has the same id. */
export async function layIntoInbox(db: Db, ...lying: readonly Lying[]): Promise<void> {
  await db
    .insertInto('message')
    .values(
      lying.map(({ id, notice = 'entry.claimed', title = '开始审核' }) => ({
        id,
        event_id: id,
        notice,
        title,
        body: '项目开始审核。',
        link: null,
      })),
    )
    .execute();
  await db
    .insertInto('delivery')
    .values(
      lying.map(({ id, personId, readAt = null }) => ({
        person_id: personId,
        message_id: id,
        read_at: readAt === null ? null : at(readAt),
      })),
    )
    .execute();
}

/** All that lies in inboxes: `d` whose, `m` what. */
export const lyingInInboxes = (db: Db) =>
  db.selectFrom('delivery as d').innerJoin('message as m', 'm.id', 'd.message_id');
