import { type Kysely, sql } from 'kysely';

/**
 * What is on the public list of start-up money is read by its state, in the order of its last day, where some thousand rows were sorted; that a row said so
 * too is gone. A bank's open loans are counted by an index of their own, however many are over, and open statements summed by theirs alone. How
 * a statement's or a subsidy's payment stands is asked of its lines, those that failed among them: all lines were walked through.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_listed on application (due_on, id) where state = 'listed'`.execute(db);
  await sql`alter table subsidy drop column listed`.execute(db);
  await sql`create index payment_line_of_source on payment_line (source_id)`.execute(db);
  await sql`drop index loan_statement_open`.execute(db);
  await sql`create index loan_statement_open on loan_statement (region_id, period_to, id) include (amount_fen) where checked_at is null`.execute(
    db,
  );
  await sql`create index loan_bank_open on loan (bank_id) include (balance_fen) where balance_fen > 0`.execute(db);
}
