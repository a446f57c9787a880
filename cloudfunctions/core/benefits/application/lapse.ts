import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';

/** Sets when the clock moves an application that stays in its state; null: it does not. `instant` in epoch milliseconds, exclusive. */
export const lapsesAt = (call: Call, applicationId: string, instant: number | null) =>
  call.db
    .updateTable('application')
    .set({ lapses_at: instant === null ? null : at(instant) })
    .where('id', '=', applicationId)
    .execute();
