import type { Instant, OptionalInstant } from './columns';

export type FinanceTables = {
  /** A list of payments that was handed to finance. */
  payment_batch: {
    id: string;
    reference: string;
    source_kind: string;
    title_zh: string;
    sent_at: Instant;
    /** Null: the demo's seeds. */
    sent_by: string | null;
  };
  payment_line: {
    id: string;
    batch_id: string;
    source_kind: string;
    source_id: string;
    /** Whose money it is, where that is a person with an account. */
    person_id: string | null;
    payee_zh: string;
    uscc: string | null;
    account_sealed: string;
    account_masked: string;
    amount_fen: number;
    item_zh: string;
    about_zh: string | null;
    again: boolean;
    paid_on: string | null;
    failed_at: OptionalInstant;
    failure_zh: string | null;
    settled_by: string | null;
  };
};
