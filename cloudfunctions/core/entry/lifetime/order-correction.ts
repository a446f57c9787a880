import type { SectionName } from '@shared/entry/sections';
import { sql } from 'kysely';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import type { EntryHead } from '../subjects';

export type CorrectionOrder = {
  faults: ReadonlyArray<{ section: SectionName; text: string; fields?: readonly string[] }>;
  message: string;
  /** The last day for the correction. */
  dueDate: string;
  provisional: boolean;
};

/** Keeps the letter of faults of a return: what it names opens for the entrant, and is frozen as it was sent. */
export async function orderCorrection(call: Call, { entryId }: EntryHead, order: CorrectionOrder): Promise<void> {
  await call.db
    .insertInto('one_time_notice')
    .values({
      entry_id: entryId,
      // Letters are counted, also those of returns that were recalled.
      n: sql<number>`(select coalesce(max(o.n), 0) + 1 from one_time_notice o where o.entry_id = ${entryId})`,
      faults: json(order.faults),
      message: order.message,
      sent_at: at(call.now),
      sent_by: me(call),
      due_date: order.dueDate,
      provisional: order.provisional,
    })
    .execute();
}
