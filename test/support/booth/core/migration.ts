import { type Kysely, sql } from 'kysely';

/** The noun's rows: what the ground keeps of every case, then its own. The subject is their parent and is made by `begin`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table booth (
    id uuid primary key references subject,
    state text not null, waits text, version int not null, changed_at timestamptz not null,
    region_id text not null references region, asker_id uuid not null references person,
    title text not null, due_at timestamptz)`.execute(db);
  await sql`create index booth_asker on booth (asker_id) where waits is not null`.execute(db);
  await sql`create index booth_office on booth (region_id) where waits = 'staff'`.execute(db);
  await sql`create index booth_due on booth (due_at) where state = 'lent'`.execute(db);
}
