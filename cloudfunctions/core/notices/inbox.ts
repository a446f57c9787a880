import { isUuid } from '@shared/kernel/id';
import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { type Load, nothing, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';

const pageSize = 20;

/** One's messages, the newest first. */
export const inbox = procedure(noticesContract.inbox, nothing, async (call, { cursor }) => {
  const filter = { inboxOf: me(call) };
  const place = decodeCursor(call.home.keys, filter, cursor);
  if (place && !(Number.isSafeInteger(place.value) && isUuid(place.id))) throw new Refused('CURSOR_OUTDATED');
  const rows = await call.db
    .selectFrom('inbox_item')
    .selectAll()
    .where('person_id', '=', me(call))
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${at(Number(place?.value))}, ${place?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute();
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      id: row.id,
      notice: row.notice,
      title: row.title,
      body: row.body,
      link: row.link,
      createdAt: toShanghai(row.created_at),
      readAt: row.read_at === null ? null : toShanghai(row.read_at),
    })),
    next: last ? encodeCursor(call.home.keys, filter, last.created_at, last.id) : null,
    unread: await countUnread(call),
  };
});

/** How many of one's messages are unread. */
export async function countUnread(call: Call): Promise<number> {
  const { unread } = await call.db
    .selectFrom('inbox_item')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person_id', '=', me(call))
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return unread;
}

/** A message of one's own; another's does not exist. */
const ownItem: Load<{ itemId: string }, { id: string }> = async (call, { itemId }) => {
  if (call.actor === null) return { id: itemId };
  const row = await call.db
    .selectFrom('inbox_item')
    .select('id')
    .where('id', '=', itemId)
    .where('person_id', '=', call.actor.personId)
    .executeTakeFirst();
  return row ?? null;
};

/** Marks one message read; the first time counts. */
export const markRead = procedure(noticesContract.markRead, ownItem, async (call, _input, { id }) => {
  await call.db
    .updateTable('inbox_item')
    .set({ read_at: at(call.now) })
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .execute();
  return { unread: await countUnread(call) };
});

/** Marks all that is here now as read. */
export const markAllRead = procedure(noticesContract.markAllRead, nothing, async (call) => {
  await call.db
    .updateTable('inbox_item')
    .set({ read_at: at(call.now) })
    .where('person_id', '=', me(call))
    .where('read_at', 'is', null)
    .execute();
  return { unread: await countUnread(call) };
});
