import { type Kysely, sql } from 'kysely';

/**
 * Loans that were lent, what was paid of them, and what the quarters' subsidies come to. `balance_fen`, `next_due` and `drafts_on` follow from agreement
 * and rows and are written with each of them, for lists and timers. A row that was wrong is voided and stays; a statement that was checked is never
 * written over: what changes is the next one's difference.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table loan (
    id uuid primary key references application, bank_id uuid not null references organisation,
    applicant_id uuid not null references person, region_id text not null references region,
    borrower_zh text not null, uscc text, payee_zh text not null, account_sealed text not null, account_masked text not null, about_zh text,
    contract_no text not null, principal_fen bigint not null check (principal_fen > 0), rate_bp int not null check (rate_bp >= 0),
    method text not null, accrual text not null, months int not null check (months > 0), disbursed_on date not null,
    cap_fen bigint not null, share_bp int not null, subsidy_until date, rule_zh text not null,
    extended_from date, extended_to date, balance_fen bigint not null, next_due date, reminded_for date, drafts_on date,
    check ((extended_from is null) = (extended_to is null)), unique (bank_id, contract_no))`.execute(db);
  await sql`create index loan_bank on loan (bank_id, id)`.execute(db);
  await sql`create index loan_drafts on loan (drafts_on) where drafts_on is not null`.execute(db);
  await sql`create index loan_next_due on loan (next_due) where next_due is not null`.execute(db);
  await sql`create index loan_applicant on loan (applicant_id)`.execute(db);
  await sql`create table loan_repayment (
    id uuid primary key, loan_id uuid not null references loan, paid_on date not null,
    principal_fen bigint not null check (principal_fen >= 0), interest_fen bigint not null check (interest_fen >= 0), serial text,
    entered_by uuid references person, entered_at timestamptz not null, voided_by uuid references person, voided_at timestamptz, voided_zh text,
    check (principal_fen + interest_fen > 0), check ((voided_at is null) = (voided_zh is null)))`.execute(db);
  await sql`create index loan_repayment_loan on loan_repayment (loan_id, paid_on, id)`.execute(db);
  await sql`create unique index loan_repayment_serial on loan_repayment (loan_id, serial) where serial is not null and voided_at is null`.execute(
    db,
  );
  await sql`create table loan_statement (
    id uuid primary key, loan_id uuid not null references loan, region_id text not null references region,
    period_from date not null, period_to date not null, n int not null, days int not null,
    interest_fen bigint not null, charged_fen bigint not null, subsidy_fen bigint not null, amount_fen bigint not null, differs boolean not null,
    drafted_at timestamptz not null, checked_at timestamptz, checked_by uuid references person, note_zh text,
    unique (loan_id, period_to, n), check ((checked_at is null) = (checked_by is null)))`.execute(db);
  await sql`create index loan_statement_open on loan_statement (region_id, period_to, id) where checked_at is null`.execute(
    db,
  );
  await sql`create index loan_statement_checked on loan_statement (region_id, checked_at desc, id desc) where checked_at is not null`.execute(
    db,
  );
}
