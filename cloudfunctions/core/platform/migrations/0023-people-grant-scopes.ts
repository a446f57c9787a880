import { type Kysely, sql } from 'kysely';

/** A grant says how far it reaches; that no region is named means everywhere no more. Organisations act through the grants in their scope. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table organisation (
    id uuid primary key, kind text not null, name_zh text not null, region_id text references region,
    active boolean not null)`.execute(db);
  await sql`alter table role_grant add column scope_kind text,
    add column organisation_id uuid references organisation`.execute(db);
  await sql`update role_grant set scope_kind = case when region_id is null then 'all' else 'region' end`.execute(db);
  await sql`alter table role_grant alter column scope_kind set not null,
    add constraint role_grant_scope check (case scope_kind
      when 'all' then region_id is null and organisation_id is null
      when 'region' then region_id is not null and organisation_id is null
      when 'organisation' then region_id is null and organisation_id is not null
      else false end)`.execute(db);
}
