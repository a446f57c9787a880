import { toShanghai } from '@shared/kernel/shanghai';
import { noticesContract } from '@shared/notices/contract';
import { purposeNames } from '@shared/telling/templates';
import { keysetPage } from '../platform/keyset-page';
import { me } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';
import { countUnread, isInInbox, markRead as mark, readInbox } from '../telling/inbox';

/** One's messages, the newest first. An item is known by its message: the person is whoever asks. */
export const inbox = procedure(noticesContract.inbox, noSubject, async (call, { cursor }) => {
  const { rows, next } = await keysetPage(call, {
    filter: { messagesOf: me(call) },
    cursor,
    // An id carries the instant: it sorts alone.
    sort: () => null,
    fits: (value) => value === null,
    read: (after, limit) => readInbox(call.db, me(call), after?.id ?? null, limit),
  });
  return {
    items: rows.map((row) => ({
      ...row,
      createdAt: toShanghai(row.createdAt),
      readAt: row.readAt === null ? null : toShanghai(row.readAt),
      phone: purposeNames.find((purpose) => purpose === row.phone) ?? null,
    })),
    next,
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
