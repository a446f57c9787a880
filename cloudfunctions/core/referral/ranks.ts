import { type Percentile, type Placing, percentilesOf } from '@shared/referral/rank/percentile';
import { sql } from 'kysely';
import type { Db } from '../platform/db';

/** A percentile, and whether it rests on imported ranks. */
export type FieldPercentile = Percentile & { synthetic: boolean };

/**
 * Where the entries of an edition came in their own fields: the one source of ranks. They are imported until panels judge; what is asked of it does
 * not change then.
 */
export async function percentilesIn(db: Db, editionId: string): Promise<Map<string, FieldPercentile>> {
  const { rows } = await sql<Placing & { synthetic: boolean }>`select k.entry_id as "entryId",
      k.region_id || ' ' || k.track as field, k.rank, k.synthetic
    from referral_rank k where k.edition_id = ${editionId}`.execute(db);
  const synthetic = new Map(rows.map((row) => [row.entryId, row.synthetic]));
  return new Map(
    [...percentilesOf(rows)].map(([entryId, percentile]) => [
      entryId,
      { ...percentile, synthetic: synthetic.get(entryId) === true },
    ]),
  );
}
