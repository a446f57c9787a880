import type { Instant, OptionalInstant } from './columns';

export type LendingTables = {
  /** A loan that was lent; its id is its application's. Money in fen, rates in basis points a year. */
  loan: {
    id: string;
    bank_id: string;
    applicant_id: string;
    region_id: string;
    borrower_zh: string;
    uscc: string | null;
    payee_zh: string;
    account_sealed: string;
    account_masked: string;
    /** What finance may know besides: the award. */
    about_zh: string | null;
    contract_no: string;
    principal_fen: number;
    rate_bp: number;
    method: string;
    accrual: string;
    months: number;
    disbursed_on: string;
    /** Up to which balance, and which share of the interest. */
    cap_fen: number;
    share_bp: number;
    /** The first day after the rule's last; null: it has no end. */
    subsidy_until: string | null;
    rule_zh: string;
    extended_from: string | null;
    extended_to: string | null;
    balance_fen: number;
    next_due: string | null;
    reminded_for: string | null;
    /** From which day on a statement has to be drafted, or drafted anew; null: none follows. */
    drafts_on: string | null;
  };
  loan_repayment: {
    id: string;
    loan_id: string;
    paid_on: string;
    principal_fen: number;
    interest_fen: number;
    /** The bank's own number of the payment. */
    serial: string | null;
    entered_by: string | null;
    entered_at: Instant;
    voided_by: string | null;
    voided_at: OptionalInstant;
    voided_zh: string | null;
  };
  loan_statement: {
    id: string;
    loan_id: string;
    region_id: string;
    period_from: string;
    period_to: string;
    /** 1 the first of a quarter; the others put it right. */
    n: number;
    days: number;
    interest_fen: number;
    charged_fen: number;
    subsidy_fen: number;
    amount_fen: number;
    differs: boolean;
    drafted_at: Instant;
    checked_at: OptionalInstant;
    checked_by: string | null;
    note_zh: string | null;
  };
};
