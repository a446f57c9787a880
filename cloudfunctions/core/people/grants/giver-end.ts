import { type Actor, type Grant, hasRoleAnywhere } from '@shared/kernel/actor';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { isLive, scopeColumns } from '../../platform/grants';

/**
 * When what a giver gives has to end at the latest, in epoch milliseconds; null: at no time. A colleague gives the own role no longer than they hold
 * it themselves, or an end would be none.
 */
export async function latestEnd(db: Db, giver: Actor, grant: Grant, now: number): Promise<number | null> {
  if (grant.scope.kind !== 'organisation' || hasRoleAnywhere(giver, 'cityStaff')) return null;
  const { organisation_id } = scopeColumns(grant.scope);
  const { rows } = await sql<{ ends_at: number | null }>`select g.ends_at from role_grant g
    where g.person_id = ${giver.personId} and g.role = ${grant.role} and g.organisation_id = ${organisation_id} and ${isLive(now)}
    order by g.ends_at desc nulls first limit 1`.execute(db);
  return rows[0]?.ends_at ?? null;
}

/** The earlier of two ends, of which null is none. */
export const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);
