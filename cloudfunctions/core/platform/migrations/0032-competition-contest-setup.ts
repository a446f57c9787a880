import { type Kysely, sql } from 'kysely';

/** A contest has a card by which people reach it, a venue, and a version that guards what its region sets; every change of it is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table contest add column version int not null default 1, add column office text not null default '',
    add column phone text not null default '', add column address text not null default '', add column hours text not null default '',
    add column venue text not null default ''`.execute(db);
  // Goes with the contest of a draft that is dropped.
  await sql`create table contest_change (
    contest_id text not null references contest on delete cascade, n int not null, what text not null,
    from_value text not null, to_value text not null, by_person uuid not null references person, at timestamptz not null,
    primary key (contest_id, n, what))`.execute(db);
}
