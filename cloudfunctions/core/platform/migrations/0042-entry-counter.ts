import { type Kysely, sql } from 'kysely';

/**
 * Entries that staff began at the counter for somebody present: nobody leads one until that person has confirmed it, and until then it is never
 * more than a draft. Consents that were given on paper are nobody's until then either.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table entry alter column leader_id drop not null,
    add constraint entry_led check (leader_id is not null or state = 'draft')`.execute(db);
  await sql`create table counter_entry (
    entry_id uuid primary key references entry, helper_id uuid not null references person,
    begun_at timestamptz not null, ends_at timestamptz not null,
    code_mark text unique, code_ends_at timestamptz,
    signed_by text, signed_on date, signed_at timestamptz,
    confirmed_at timestamptz,
    check ((code_mark is null) = (code_ends_at is null)))`.execute(db);
  await sql`create index counter_entry_open on counter_entry (helper_id) where confirmed_at is null`.execute(db);
  await sql`create index counter_entry_ends on counter_entry (ends_at) where confirmed_at is null`.execute(db);
  await sql`alter table consent alter column person_id drop not null, add column on_paper boolean not null default false,
    add constraint consent_whose check (person_id is not null or on_paper)`.execute(db);
}
