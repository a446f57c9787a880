import { type Kysely, sql } from 'kysely';

/**
 * What was thought of a text of a subject that others read, by the digest of the text: a text that is held stands beside it for whoever looks. `sent`: it
 * is part of what was submitted, so that staff may read it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table text_check (
    subject_id uuid not null references subject on delete cascade, field text not null, person_id uuid not null references person,
    field_zh text not null, digest text not null, text text,
    state text not null check (state in ('passed', 'waiting', 'review', 'refused')),
    why text, sent boolean not null default false, tries int not null default 0, since timestamptz not null, due_at timestamptz not null, version int not null,
    primary key (subject_id, field), check ((state = 'refused') = (why is not null)), check (state <> 'passed' or text is null))`.execute(
    db,
  );
  await sql`create index text_check_held on text_check (since) where state in ('waiting', 'review')`.execute(db);
  await sql`create index text_check_person on text_check (person_id)`.execute(db);
}
