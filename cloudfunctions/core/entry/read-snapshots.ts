import type { Call } from '../call';
import type { EntrySnapshot } from '../platform/schema/entry';

export type Snapshot = { n: number; sha256: string; takenAt: number; reference: string; data: EntrySnapshot };

/** The n-th submission of an entry as it was frozen, the latest when n is not given; null when there is none. */
export async function readSnapshot(call: Call, entryId: string, n?: number): Promise<Snapshot | null> {
  const rows = await readLatest(call, entryId, 1, n);
  return rows[0] ?? null;
}

/** The latest submission and the one before it, for showing what changed between them. */
export async function latestSnapshots(
  call: Call,
  entryId: string,
): Promise<{ latest: Snapshot | null; before: Snapshot | null }> {
  const [latest, before] = await readLatest(call, entryId, 2);
  return { latest: latest ?? null, before: before ?? null };
}

async function readLatest(call: Call, entryId: string, limit: number, n?: number): Promise<Snapshot[]> {
  const rows = await call.db
    .selectFrom('entry_snapshot')
    .selectAll()
    .where('entry_id', '=', entryId)
    .$if(n !== undefined, (q) => q.where('n', '=', n ?? 0))
    .orderBy('n', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    n: row.n,
    sha256: row.sha256,
    takenAt: row.taken_at,
    reference: row.reference,
    data: row.data,
  }));
}
