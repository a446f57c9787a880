import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import type { PaymentStand } from '../finance/queries';

/** As what finance knows statements. */
export const statementKind = 'loan-statement';

export type StatementRow = {
  id: string;
  loanId: string;
  regionId: string;
  from: string;
  to: string;
  n: number;
  days: number;
  interestFen: number;
  chargedFen: number;
  subsidyFen: number;
  amountFen: number;
  differs: boolean;
  checkedAt: number | null;
  noteZh: string | null;
};

export const statementRows = (where: RawBuilder<unknown>, order: RawBuilder<unknown> = sql``) =>
  sql<StatementRow>`select s.id, s.loan_id as "loanId", s.region_id as "regionId", s.period_from as "from", s.period_to as "to", s.n, s.days,
    s.interest_fen as "interestFen", s.charged_fen as "chargedFen", s.subsidy_fen as "subsidyFen", s.amount_fen as "amountFen", s.differs,
    s.checked_at as "checkedAt", s.note_zh as "noteZh"
  from loan_statement s where ${where} ${order}`;

/** A quarter by the day on which it ends: 2026-12-21 → 2026年第四季度. */
export function quarterZhOf(to: string): string {
  const n = Math.ceil(Number(to.slice(5, 7)) / 3);
  return `${to.slice(0, 4)}年第${['一', '二', '三', '四'][n - 1] ?? ''}季度`;
}

/** A statement as it is read, with how its payment stands. */
export const statementView = (row: StatementRow, payments: ReadonlyMap<string, PaymentStand>) => {
  const paid = payments.get(row.id);
  return {
    statementId: row.id,
    from: row.from,
    to: row.to,
    days: row.days,
    interestFen: Number(row.interestFen),
    chargedFen: Number(row.chargedFen),
    subsidyFen: Number(row.subsidyFen),
    amountFen: Number(row.amountFen),
    corrects: row.n > 1,
    differs: row.differs,
    checkedAt: row.checkedAt === null ? null : toShanghai(row.checkedAt),
    noteZh: row.noteZh,
    payment: paid
      ? { reference: paid.reference, result: paid.result, paidOn: paid.paidOn, failureZh: paid.failureZh }
      : null,
  };
};
