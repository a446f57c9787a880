import { type RawBuilder, sql } from 'kysely';
import { at } from '../platform/schema';

/** Persons who hold one of the roles now, in exactly this region or in all; null asks for any region. As a subquery. */
export const holdersOf = (roles: readonly string[], regionId: string | null, now: number): RawBuilder<string[]> =>
  sql`(select array_agg(distinct g.person_id) from role_grant g
    where g.role = any(${[...roles]}) and (g.region_id is null or g.region_id = ${regionId})
      and g.revoked_at is null and (g.ends_at is null or g.ends_at > ${at(now)}))`;
