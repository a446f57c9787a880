import { type Kysely, sql } from 'kysely';

/**
 * A version of a policy may hold its rule as data; of one policy no two versions are in force on a day, which the database sees to without an
 * extension: a code's hash stands for it as a range of one number. What a person saw of their answers stays, so that a change shows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table policy_version add column definition jsonb, add column published_at timestamptz,
    add constraint policy_version_days check (effective_from <= effective_to),
    add constraint policy_version_one_a_day exclude using gist (
      int8range(hashtext(code), hashtext(code), '[]') with &&, daterange(effective_from, effective_to, '[]') with &&)`.execute(
    db,
  );
  await sql`create table policy_seen (
    person_id uuid not null references person, code text not null, version int not null, stand text not null,
    at timestamptz not null, primary key (person_id, code))`.execute(db);
}
