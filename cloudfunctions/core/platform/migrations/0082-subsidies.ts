import { type Kysely, sql } from 'kysely';

/** What an application for start-up money comes to, as it was reckoned when it was handed in; by whom and for which business, so that one purpose is paid once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table subsidy (
    application_id uuid primary key references application, person_id uuid not null references person,
    policy text not null, uscc text not null, name_zh text not null,
    amount_fen bigint not null check (amount_fen > 0), how_zh text not null, listed boolean not null)`.execute(db);
  await sql`create index subsidy_of_person on subsidy (person_id)`.execute(db);
  await sql`create index subsidy_of_business on subsidy (uscc)`.execute(db);
  await sql`create index subsidy_listed on subsidy (application_id) where listed`.execute(db);
}
