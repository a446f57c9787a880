import { type Kysely, sql } from 'kysely';

/**
 * Who has opened the page of a policy that they were told of, and of which awards a winner was told what they open. A message goes after three
 * years, whoever has opened it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_opened (
    message_id uuid not null, person_id uuid not null references person, at timestamptz not null,
    primary key (message_id, person_id))`.execute(db);
  await sql`create index policy_opened_person on policy_opened (person_id)`.execute(db);
  await sql`create index message_policy on message (policy_code, id) where policy_code is not null`.execute(db);
  await sql`create index phone_message_message on phone_message (message_id)`.execute(db);
}
