import { type Actor, hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { type RawBuilder, sql } from 'kysely';

/** Which rows with the columns of a scope (`g`) a reader of the lists may see: the city and the supervisor all, others what is of their own place. */
export function inSight(reader: Actor): RawBuilder<boolean> {
  if (hasRoleAnywhere(reader, 'cityStaff') || hasRoleAnywhere(reader, 'auditor')) return sql`true`;
  const led = regionsOf(reader, 'regionLead');
  const ofLed = led === 'all' ? sql`g.region_id is not null` : sql`g.region_id = any(${[...led]}::text[])`;
  const own = reader.grants.flatMap(({ scope }) => (scope.kind === 'organisation' ? [scope.organisationId] : []));
  return sql`(${ofLed} or g.organisation_id = any(${own}::uuid[]))`;
}
