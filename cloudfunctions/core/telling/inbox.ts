import { instantOfId } from '@shared/kernel/id';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import { isTold } from './figures';

/** A message as it lies in somebody's inbox; `createdAt` is the instant of what it tells. Milliseconds. */
export type InboxMessage = {
  id: string;
  notice: string;
  title: string;
  body: string;
  link: string | null;
  createdAt: number;
  readAt: number | null;
  /** Its purpose on phones. */
  phone: string | null;
};

/**
 * A person's messages, the newest first.
 * @param before the id of the message after which the page begins; null for the first page
 */
export async function readInbox(
  db: Db,
  personId: string,
  before: string | null,
  size: number,
): Promise<InboxMessage[]> {
  // The page first, then its words: joined at once, they might be looked for among everybody's newer messages.
  const rows = await db
    .selectFrom((inner) =>
      inner
        .selectFrom('delivery')
        .select(['message_id', 'read_at'])
        .where('person_id', '=', personId)
        .$if(before !== null, (query) => query.where('message_id', '<', before ?? ''))
        .orderBy('message_id', 'desc')
        .limit(size)
        .as('d'),
    )
    .innerJoin('message as m', 'm.id', 'd.message_id')
    .select(['m.id', 'm.notice', 'm.title', 'm.body', 'm.link', 'd.read_at as readAt', 'm.phone_purpose as phone'])
    .orderBy('m.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, createdAt: instantOfId(row.id) }));
}

/** How many messages of a person (an expression in SQL) are unread: a subquery. */
export const unreadOf = (personId: RawBuilder<string>): RawBuilder<number> =>
  sql`(select count(*) from delivery where person_id = ${personId} and read_at is null)`;

/** How many of a person's messages are unread. */
export async function countUnread(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select ${unreadOf(sql`${personId}::uuid`)} as unread`.execute(db);
  return rows[0]?.unread ?? 0;
}

/**
 * Whether a person was told of the same event by another message: what is known of somebody may change between two that are told to different people. The
 * others are few and asked for once, so that of a person one row is looked up, however full the inbox is.
 * @returns a condition over a person (an expression in SQL)
 */
export async function toldOtherwise(
  db: Db,
  { eventId, messageId }: { eventId: string; messageId: string },
): Promise<(personId: RawBuilder<string>) => RawBuilder<boolean>> {
  const others = await db
    .selectFrom('message')
    .select('id')
    .where('event_id', '=', eventId)
    .where('id', '<>', messageId)
    .execute();
  if (others.length === 0) return () => sql`false`;
  return (personId) =>
    sql`(${sql.join(
      others.map(({ id }) => isTold(personId, sql`${id}::uuid`)),
      sql` or `,
    )})`;
}

/** Whether the message lies in the person's inbox. */
export async function isInInbox(db: Db, personId: string, messageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('message_id')
    .where('person_id', '=', personId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Marks one message of a person read, or all that lie there now (null); of each the first time counts. `now` in milliseconds. */
export async function markRead(db: Db, personId: string, messageId: string | null, now: number): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ read_at: at(now) })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .$if(messageId !== null, (query) => query.where('message_id', '=', messageId ?? ''))
    .execute();
}
