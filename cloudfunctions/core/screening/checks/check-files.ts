import { reviews } from '@shared/entry/who';
import { checkSlots } from '@shared/screening/checks';
import { sql } from 'kysely';
import { type EntryHead, entryHead } from '../../entry/queries';
import type { FileOwner } from '../../files/file-owner';
import type { Db } from '../../platform/db';
import { holdGrants } from '../../platform/identity';
import type { Call } from '../../rpc/call';

/** A look at a list, with the entry that it is about. */
export type CheckHead = EntryHead & { checkId: string };

/** Of which entry a look is; null: there is none such. */
export async function entryOfCheck(db: Db, checkId: string): Promise<string | null> {
  const row = await db.selectFrom('credit_check').select('entry_id').where('id', '=', checkId).executeTakeFirst();
  return row?.entry_id ?? null;
}

/** The picture of what was found: of those who review the entry, and of nobody on its team. */
export const checkFiles: FileOwner = {
  kind: 'check',
  most: { begun: 20, bytes: 100 * 1024 ** 2, zh: '这项核查' },
  lock: (id) => sql`select from entry where id = (select entry_id from credit_check where id = ${id}) for update`,
  slot: async (_db, _id, code) => checkSlots.find((slot) => slot.code === code) ?? null,
  async admits(call: Call, checkId, personId) {
    const entryId = await entryOfCheck(call.db, checkId);
    const head = entryId === null ? null : await entryHead(call, entryId, false);
    const actor = { personId, grants: await holdGrants(call.db, personId, call.now) };
    return head !== null && reviews.decide(actor, head).ok ? 'open' : 'hidden';
  },
};
