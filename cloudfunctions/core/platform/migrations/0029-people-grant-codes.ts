import { type Kysely, sql } from 'kysely';

/** Codes by which people come to a role; a grant remembers its code and who took it back. Of a code only its hash is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table grant_code (
    id uuid primary key, code_hash text not null unique, role text not null,
    scope_kind text not null, region_id text references region, organisation_id uuid references organisation,
    note text not null, uses int not null, used int not null default 0,
    made_by uuid references person, made_by_key text, made_at timestamptz not null,
    expires_at timestamptz not null, grant_ends_at timestamptz,
    voided_at timestamptz, voided_by uuid references person,
    check (used between 0 and uses),
    constraint grant_code_scope check (case scope_kind
      when 'all' then region_id is null and organisation_id is null
      when 'region' then region_id is not null and organisation_id is null
      when 'organisation' then region_id is null and organisation_id is not null
      else false end))`.execute(db);
  await sql`create index grant_code_usable on grant_code (made_at, id) where voided_at is null`.execute(db);
  await sql`create index grant_code_maker on grant_code (made_by) where voided_at is null`.execute(db);
  await sql`alter table role_grant add column code_id uuid references grant_code,
    add column revoked_by uuid references person, add constraint role_grant_code unique (code_id, person_id)`.execute(
    db,
  );
  await sql`create index role_grant_given on role_grant (given_at, id) where revoked_at is null`.execute(db);
  await sql`create index role_grant_organisation on role_grant (organisation_id) where organisation_id is not null`.execute(
    db,
  );
  await sql`create unique index organisation_name on organisation (name_zh)`.execute(db);
}
