import { isUuid } from '@shared/kernel/id';
import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import { me } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { countUnread, isInInbox, markRead as mark, readInbox } from '../telling/inbox';

const pageSize = 20;

/** One's messages, the newest first. An item is known by its message: the person is whoever asks. */
export const inbox = procedure(noticesContract.inbox, noSubject, async (call, { cursor }) => {
  const filter = { messagesOf: me(call) };
  const place = decodeCursor(call.home.keys, filter, cursor);
  if (place && !isUuid(place.id)) throw new Refused('CURSOR_OUTDATED');
  const rows = await readInbox(call.db, me(call), place?.id ?? null, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      ...row,
      createdAt: toShanghai(row.createdAt),
      readAt: row.readAt === null ? null : toShanghai(row.readAt),
    })),
    next: last ? encodeCursor(call.home.keys, filter, null, last.id) : null,
    unread: await countUnread(call.db, me(call)),
  };
});

/** A message of one's own; another's does not exist. */
const ownItem: Load<{ itemId: string }, { id: string }> = async (call, { itemId }) => {
  if (call.actor !== null && !(await isInInbox(call.db, call.actor.personId, itemId))) return null;
  return { id: itemId };
};

/** Marks one message read; the first time counts. */
export const markRead = procedure(noticesContract.markRead, ownItem, async (call, _input, { id }) => {
  await mark(call.db, me(call), id, call.now);
  return { unread: await countUnread(call.db, me(call)) };
});

/** Marks all that is here now as read. */
export const markAllRead = procedure(noticesContract.markAllRead, noSubject, async (call) => {
  await mark(call.db, me(call), null, call.now);
  return { unread: await countUnread(call.db, me(call)) };
});
