import { type RawBuilder, sql } from 'kysely';
import { isLive } from '../platform/grants';

/** Persons who hold one of the roles now, in exactly this region (an expression in SQL) or in all; null: in all alone. A query of `person_id`. */
export const holdersOf = (
  roles: readonly string[],
  regionId: RawBuilder<string | null> | null,
  now: number,
): RawBuilder<unknown> =>
  sql`select g.person_id from role_grant g
    where g.role = any(${[...roles]}) and ${isLive(now)}
      and (g.scope_kind = 'all' or (g.scope_kind = 'region' and g.region_id = ${regionId}))`;
