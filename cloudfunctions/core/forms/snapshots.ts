import type { EntrySnapshot } from '../platform/schema/forms';
import type { Call } from '../rpc/call';

export type Snapshot = { n: number; sha256: string; takenAt: number; reference: string; data: EntrySnapshot };

/** The n-th submission of an entry as it was frozen, the latest when n is not given; null when there is none. */
export async function readSnapshot(call: Call, entryId: string, n?: number): Promise<Snapshot | null> {
  const row = await call.db
    .selectFrom('snapshot')
    .selectAll()
    .where('subject_id', '=', entryId)
    .$if(n !== undefined, (q) => q.where('n', '=', n ?? 0))
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { n: row.n, sha256: row.sha256, takenAt: row.taken_at, reference: row.reference, data: row.data } : null;
}
