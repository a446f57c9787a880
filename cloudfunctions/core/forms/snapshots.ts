import { type RawBuilder, sql } from 'kysely';
import { canonicalJson, sha256Hex } from '../platform/crypto/hash';
import { later } from '../platform/pipeline';
import { at, json } from '../platform/schema';
import type { FrozenForm } from '../platform/schema/forms';
import type { Call } from '../rpc/call';
import type { FrozenValue } from './sealed-values';

export type Snapshot<Section extends string = string> = {
  n: number;
  sha256: string;
  takenAt: number;
  reference: string;
  data: FrozenForm<Section>;
};

/** The n-th submission of a subject as it was frozen, the latest when n is not given; null when there is none. */
export async function readSnapshot<Section extends string>(
  call: Call,
  subjectId: string,
  n?: number,
): Promise<Snapshot<Section> | null> {
  const row = await call.db
    .selectFrom('snapshot')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .$if(n !== undefined, (q) => q.where('n', '=', n ?? 0))
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        n: row.n,
        sha256: row.sha256,
        takenAt: row.taken_at,
        reference: row.reference,
        data: row.data as FrozenForm<Section>,
      }
    : null;
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

/** A submission with its sealed values, by their fields (`leader.idNumber`); none once these were deleted. */
export type Frozen = Pick<FrozenForm, 'parts' | 'files'> & { n: number; sealed: ReadonlyMap<string, FrozenValue> };

type FrozenRow = Omit<Frozen, 'sealed'> & { sealed: Array<FrozenValue & { field: string }> | null };

/** The latest submission of a subject, in one query; null when it was never handed in. */
export async function readFrozen(call: Call, subjectId: string): Promise<Frozen | null> {
  const { rows } = await sql<FrozenRow>`
    select s.n, s.data -> 'parts' as parts, s.data -> 'files' as files,
      (select json_agg(json_build_object('field', v.field, 'sealed', v.sealed, 'carried', v.carried))
        from snapshot_sealed v where v.subject_id = s.subject_id and v.n = s.n) as sealed
    from snapshot s where s.subject_id = ${subjectId} order by s.n desc limit 1`.execute(call.db);
  const [row] = rows;
  return row ? { ...row, sealed: new Map((row.sealed ?? []).map(({ field, ...value }) => [field, value])) } : null;
}
