import { type Kysely, sql } from 'kysely';

/** Results as they are brought into the app, until they are confirmed together: of an edition one list at a time, of an entry one row on it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table award_list (
    id uuid primary key references subject, edition_id text not null references edition,
    made_by uuid not null references person, proposed_by uuid references person,
    state text not null, waits text, version int not null default 1, changed_at timestamptz not null)`.execute(db);
  await sql`create unique index award_list_live on award_list (edition_id) where waits is not null`.execute(db);
  await sql`create index award_list_waits on award_list (id) where waits is not null`.execute(db);
  await sql`create table award_list_row (
    list_id uuid not null references award_list, entry_id uuid not null references entry, level text not null,
    brought_by uuid not null references person, brought_at timestamptz not null, primary key (list_id, entry_id))`.execute(
    db,
  );
  await sql`create index award_list_row_entry on award_list_row (entry_id)`.execute(db);
}
