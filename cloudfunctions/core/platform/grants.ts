import { type Grant, isGrantable, type Role, roles, type Scope } from '@shared/kernel/actor';
import { type RawBuilder, sql } from 'kysely';
import { at } from './schema';

/** A scope as it stands in a row of `role_grant`. */
export type ScopeColumns = { scope_kind: string; region_id: string | null; organisation_id: string | null };

/** Whether a row `g` of `role_grant` is neither revoked nor ended at `now`, wherever it counts. The end is exclusive. */
export const isHeld = (now: number): RawBuilder<boolean> =>
  sql`g.revoked_at is null and (g.ends_at is null or g.ends_at > ${at(now)})`;

/** Whether it counts at `now`: held, and not of an organisation that takes part no more. */
export const isLive = (now: number): RawBuilder<boolean> =>
  sql`${isHeld(now)} and (g.organisation_id is null
    or exists (select from organisation o where o.id = g.organisation_id and o.active))`;

/** What a row entrusts; null for what names no role of ours, or no scope in which that role is given. */
export function grantOf(row: ScopeColumns & { role: string }): Grant | null {
  const scope = scopeOf(row);
  if (scope === null || !Object.hasOwn(roles, row.role)) return null;
  const grant = { role: row.role as Role, scope };
  return isGrantable(grant) ? grant : null;
}

function scopeOf({
  scope_kind: kind,
  region_id: regionId,
  organisation_id: organisationId,
}: ScopeColumns): Scope | null {
  if (kind === 'all' && regionId === null && organisationId === null) return { kind };
  if (kind === 'region' && regionId !== null) return { kind, regionId };
  if (kind === 'organisation' && organisationId !== null) return { kind, organisationId };
  return null;
}

/** The columns of a scope that is written. */
export const scopeColumns = (scope: Scope): ScopeColumns => ({
  scope_kind: scope.kind,
  region_id: scope.kind === 'region' ? scope.regionId : null,
  organisation_id: scope.kind === 'organisation' ? scope.organisationId : null,
});

/**
 * Persons who hold one of the roles now, in exactly this region (an expression in SQL) or in all; null: in all alone. A query of
 * `person_id`.
 */
export const holdersOf = (
  roles: readonly Role[],
  regionId: RawBuilder<string | null> | null,
  now: number,
): RawBuilder<unknown> =>
  sql`select g.person_id from role_grant g
    where g.role = any(${[...roles]}) and ${isLive(now)}
      and (g.scope_kind = 'all' or (g.scope_kind = 'region' and g.region_id = ${regionId}))`;

/** Persons who act for an organisation (an expression in SQL) in a role now. A query of `person_id`. */
export const membersOf = (role: Role, organisationId: RawBuilder<string | null>, now: number): RawBuilder<unknown> =>
  sql`select g.person_id from role_grant g
    where g.role = ${role} and ${isLive(now)} and g.scope_kind = 'organisation' and g.organisation_id = ${organisationId}`;

/** The same of a place that may be the whole city: of no region (null) all who hold one of the roles anywhere. */
export const servingIn = (
  roles: readonly Role[],
  regionId: RawBuilder<string | null>,
  now: number,
): RawBuilder<unknown> =>
  sql`select g.person_id from role_grant g
    where g.role = any(${[...roles]}) and ${isLive(now)}
      and (${regionId} is null or g.scope_kind = 'all' or (g.scope_kind = 'region' and g.region_id = ${regionId}))`;

/** Is the region (an expression in SQL) among those that somebody serves? */
export const isAmong = (regions: readonly string[] | 'all', regionId: RawBuilder<unknown>): RawBuilder<boolean> =>
  regions === 'all' ? sql`true` : sql`${regionId} = any(${[...regions]})`;
