import { type Kysely, sql } from 'kysely';

/** Each page of a bank's loans, of a desk's statements and of finance's lists is one read of an index: of a bank, of a region, or of all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index loan_bank_due on loan (bank_id, (coalesce(next_due, '9999-12-31'::date)), id)`.execute(db);
  await sql`drop index loan_bank`.execute(db);
  await sql`drop index loan_statement_checked`.execute(db);
  await sql`create index loan_statement_checked on loan_statement (region_id, period_to, id) where checked_at is not null`.execute(
    db,
  );
  await sql`create index loan_statement_all_open on loan_statement (period_to, id) where checked_at is null`.execute(
    db,
  );
  await sql`create index loan_statement_all_checked on loan_statement (period_to, id) where checked_at is not null`.execute(
    db,
  );
  await sql`create index payment_batch_sent on payment_batch (sent_at, id)`.execute(db);
  await sql`create index payment_line_waiting on payment_line (batch_id) where paid_on is null and failed_at is null`.execute(
    db,
  );
}
