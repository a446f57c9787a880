import { type Kysely, sql } from 'kysely';

/**
 * A decision of staff is a row of its own, made ten minutes after its last signature. An entry has one at a time that is not over; those
 * are few, and what is due is found among them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table decision (
    id uuid primary key references subject, state text not null, waits text, version int not null default 1,
    changed_at timestamptz not null, n serial not null, entry_id uuid not null references entry, entry_version int not null,
    decided jsonb not null, decided_by uuid not null references person, decided_at timestamptz not null,
    signed_by uuid references person, signed_at timestamptz, effective_at timestamptz, batch_id uuid,
    check (signed_by is distinct from decided_by))`.execute(db);
  await sql`create unique index decision_one_live on decision (entry_id) where state in ('pending', 'unsigned')`.execute(
    db,
  );
  await sql`create index decision_not_over on decision (id) where waits is not null`.execute(db);
  await sql`create index decision_entry on decision (entry_id, n)`.execute(db);
  await sql`create index decision_batch on decision (batch_id) where batch_id is not null`.execute(db);
}
