import { type RawBuilder, sql } from 'kysely';
import { isLive } from '../platform/grants';

/** Persons who hold one of the roles now, in exactly this region or in all; null: in all alone. As a subquery. */
export const holdersOf = (roles: readonly string[], regionId: string | null, now: number): RawBuilder<string[]> =>
  sql`(select array_agg(distinct g.person_id) from role_grant g
    where g.role = any(${[...roles]}) and ${isLive(now)}
      and (g.scope_kind = 'all' or (g.scope_kind = 'region' and g.region_id = ${regionId})))`;
