import { type Kysely, sql } from 'kysely';

/**
 * What is on the public list of start-up money is read by its state, in the order of its last day, where some thousand rows were sorted; that a row said so
 * too is gone. A bank's open loans are counted by an index of their own, however many are over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_listed on application (due_on, id) where state = 'listed'`.execute(db);
  await sql`alter table subsidy drop column listed`.execute(db);
  await sql`create index loan_bank_open on loan (bank_id) include (balance_fen) where balance_fen > 0`.execute(db);
}
