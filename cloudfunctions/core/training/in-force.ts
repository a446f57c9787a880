import { type Training, trainingOf } from '@shared/training/rules';
import { sql } from 'kysely';
import type { Db } from '../platform/db';

/** The courses and figures of the current edition; the usual ones where it, or any edition, says none. */
export async function trainingInForce(db: Db): Promise<Training> {
  const { rows } = await sql<{ set: Parameters<typeof trainingOf>[0] }>`select jsonb_strip_nulls(jsonb_build_object(
      'courses', d.blueprint -> 'courses', 'trainingRules', d.blueprint -> 'trainingRules')) as set
    from edition d where d.status = 'current' limit 1`.execute(db);
  return trainingOf(rows[0]?.set ?? {});
}
