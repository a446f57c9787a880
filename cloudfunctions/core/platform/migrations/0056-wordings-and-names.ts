import { type Kysely, sql } from 'kysely';

/**
 * The city's own words for a notice, version by version, each with who, when and why; without words: back to the code's from then on. Nicknames
 * that others do not read yet, and the city's list of words by which texts are judged, change by change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table notice_wording (
    notice text not null, version int not null, title text, body text, why text not null,
    made_by uuid not null references person, made_at timestamptz not null,
    primary key (notice, version), check (num_nonnulls(title, body) in (0, 2)))`.execute(db);
  await sql`create table name_check (
    person_id uuid primary key references person, name text not null, state text not null check (state in ('waiting', 'review', 'refused')),
    why text, tries int not null default 0, since timestamptz not null, due_at timestamptz not null, version int not null,
    check ((state = 'refused') = (why is not null)))`.execute(db);
  await sql`create index name_check_held on name_check (since) where state <> 'refused'`.execute(db);
  await sql`create table content_word (
    n bigint generated always as identity primary key, word text not null, strength text check (strength in ('refuse', 'look')),
    why text not null, changed_by uuid not null references person, changed_at timestamptz not null)`.execute(db);
  await sql`create index content_word_latest on content_word (word, n desc)`.execute(db);
}
