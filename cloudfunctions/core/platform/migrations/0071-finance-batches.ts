import { type Kysely, sql } from 'kysely';

/**
 * Lists of payments as they were handed to finance. A line is never written over but for its result; what was wrong is put right by a line in a
 * later list. A source (a statement, a subsidy) is in at most one line that is paid or may still be.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table payment_batch (
    id uuid primary key, reference text not null unique, source_kind text not null, title_zh text not null,
    sent_at timestamptz not null, sent_by uuid references person)`.execute(db);
  await sql`create table payment_line (
    id uuid primary key, batch_id uuid not null references payment_batch, source_kind text not null, source_id uuid not null,
    person_id uuid references person, payee_zh text not null, uscc text, account_sealed text not null, account_masked text not null,
    amount_fen bigint not null, item_zh text not null, about_zh text, again boolean not null,
    paid_on date, failed_at timestamptz, failure_zh text, settled_by uuid references person,
    check (amount_fen <> 0), check (paid_on is null or failed_at is null), check ((failed_at is null) = (failure_zh is null)))`.execute(
    db,
  );
  await sql`create unique index payment_line_source on payment_line (source_kind, source_id) where failed_at is null`.execute(
    db,
  );
  await sql`create index payment_line_batch on payment_line (batch_id, id)`.execute(db);
  await sql`create index payment_line_person on payment_line (person_id)`.execute(db);
}
