import type { SectionName } from '@shared/entry/sections';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import type { EntryHead } from '../subjects';

export type CorrectionOrder = {
  /** Which return of the entry it goes with, counted from 1. */
  n: number;
  faults: ReadonlyArray<{ section: SectionName; text: string }>;
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
      n: order.n,
      faults: json(order.faults),
      message: order.message,
      sent_at: at(call.now),
      sent_by: me(call),
      due_date: order.dueDate,
      provisional: order.provisional,
    })
    .execute();
}
