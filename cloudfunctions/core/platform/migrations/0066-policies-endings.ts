import { type Kysely, sql } from 'kysely';

/**
 * Who handed in an application under a policy, and when last: whoever did is not reminded of its end, and counts as having acted. And of which
 * ends of which versions was reminded: `days` before the last day; a new last day is a new one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_applied (
    person_id uuid not null references person, code text not null, at timestamptz not null, primary key (person_id, code))`.execute(
    db,
  );
  await sql`create table policy_ending (
    code text not null, version int not null, ends_on date not null, days int not null, at timestamptz not null,
    primary key (code, version, ends_on, days), foreign key (code, version) references policy_version (code, version))`.execute(
    db,
  );
}
