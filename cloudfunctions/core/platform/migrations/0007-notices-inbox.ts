import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table inbox_item (
    id uuid primary key, event_id uuid not null, person_id uuid not null references person, notice text not null,
    title text not null, body text not null, link text, created_at timestamptz not null, read_at timestamptz,
    unique (event_id, person_id, notice))`.execute(db);
  await sql`create index inbox_person on inbox_item (person_id, created_at, id)`.execute(db);
  await sql`create index inbox_unread on inbox_item (person_id) where read_at is null`.execute(db);
}
