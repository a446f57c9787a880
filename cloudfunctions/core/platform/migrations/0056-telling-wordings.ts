import { type Kysely, sql } from 'kysely';

/** The city's own words for a notice, version by version, each with who, when and why; without words: back to the code's from then on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table notice_wording (
    notice text not null, version int not null, title text, body text, why text not null,
    made_by uuid not null references person, made_at timestamptz not null,
    primary key (notice, version), check (num_nonnulls(title, body) in (0, 2)))`.execute(db);
}
