import { type Kysely, sql } from 'kysely';

/**
 * Openings of files beside those of sealed values, for the supervisor and for whose they are; those before this from the audit. Checks of the whole
 * audit that the supervisor asks for, and how they ended.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table file_opening (
    id uuid primary key, subject text not null, upload_id uuid not null, person_id uuid not null references person,
    region_id text references region, at timestamptz not null)`.execute(db);
  await sql`insert into file_opening
    select gen_random_uuid(), a.subject, (a.data ->> 'uploadId')::uuid, p.id, e.region_id, a.at
    from audit a join person p on p.id::text = a.actor
      join entry e on a.subject = 'entry:' || e.id
      left join upload u on u.id = (a.data ->> 'uploadId')::uuid
    where a.act = 'entry/openMaterial' and p.id <> e.leader_id and not coalesce(u.personal, false)
      and not exists (select from entry_member m where m.entry_id = e.id and m.person_id = p.id)`.execute(db);
  await sql`create index file_opening_subject on file_opening (subject, at)`.execute(db);
  await sql`create index file_opening_person on file_opening (person_id, at)`.execute(db);
  await sql`create index file_opening_at on file_opening (at, id)`.execute(db);
  await sql`create index sealed_opening_at on sealed_opening (at, id)`.execute(db);
  await sql`create table audit_check (
    id uuid primary key, asked_by uuid references person, asked_at timestamptz not null,
    checked_at timestamptz, verdict jsonb)`.execute(db);
  await sql`create unique index audit_check_awaited on audit_check ((true)) where checked_at is null`.execute(db);
}
