import { type RawBuilder, sql } from 'kysely';
import { canonicalJson, sha256Hex } from '../platform/crypto/hash';
import { later } from '../platform/pipeline';
import { at, json } from '../platform/schema';
import type { EntrySnapshot } from '../platform/schema/forms';
import type { Call } from '../rpc/call';

export type Snapshot = { n: number; sha256: string; takenAt: number; reference: string; data: EntrySnapshot };

/** The n-th submission of a subject as it was frozen, the latest when n is not given; null when there is none. */
export async function readSnapshot(call: Call, subjectId: string, n?: number): Promise<Snapshot | null> {
  const row = await call.db
    .selectFrom('snapshot')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .$if(n !== undefined, (q) => q.where('n', '=', n ?? 0))
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { n: row.n, sha256: row.sha256, takenAt: row.taken_at, reference: row.reference, data: row.data } : null;
}

/** How many times a subject was frozen. */
export const timesFrozen = (subjectId: string): RawBuilder<{ n: number }> =>
  sql`select coalesce(max(n), 0) as n from snapshot where subject_id = ${subjectId}`;

/** Keeps what was submitted for good, with the SHA-256 of its canonical JSON. */
export async function takeSnapshot(
  call: Call,
  subjectId: string,
  { n, reference, data }: Pick<Snapshot, 'n' | 'reference' | 'data'>,
): Promise<void> {
  await later(
    call.db,
    call.db.insertInto('snapshot').values({
      subject_id: subjectId,
      n,
      sha256: sha256Hex(canonicalJson(data)),
      data: json(data),
      taken_at: at(call.now),
      reference,
    }),
  );
}
