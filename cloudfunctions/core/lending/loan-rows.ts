import type { Accrual, Method } from '@shared/benefits/loan/loan';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type Ledger, type Lent, ledgerOf, type Paid } from '@shared/lending/ledger';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';
import type { Call } from '../rpc/call';

/** A loan as it stands in its row. */
export type LoanRow = {
  id: string;
  bankId: string;
  bankZh: string;
  applicantId: string;
  regionId: string;
  borrowerZh: string;
  uscc: string | null;
  payeeZh: string;
  accountSealed: string;
  accountMasked: string;
  aboutZh: string | null;
  contractNo: string;
  principalFen: number;
  rateBp: number;
  method: Method;
  accrual: Accrual;
  months: number;
  disbursedOn: string;
  capFen: number;
  shareBp: number;
  subsidyUntil: string | null;
  ruleZh: string;
  extendedFrom: string | null;
  extendedTo: string | null;
  balanceFen: number;
  nextDue: string | null;
};

export const loanRows = (where: RawBuilder<unknown>, lock: RawBuilder<unknown> = sql``) =>
  sql<LoanRow>`select l.id, l.bank_id as "bankId", o.name_zh as "bankZh", l.applicant_id as "applicantId", l.region_id as "regionId",
    l.borrower_zh as "borrowerZh", l.uscc, l.payee_zh as "payeeZh", l.account_sealed as "accountSealed", l.account_masked as "accountMasked",
    l.about_zh as "aboutZh", l.contract_no as "contractNo", l.principal_fen as "principalFen", l.rate_bp as "rateBp", l.method, l.accrual,
    l.months, l.disbursed_on as "disbursedOn", l.cap_fen as "capFen", l.share_bp as "shareBp", l.subsidy_until as "subsidyUntil",
    l.rule_zh as "ruleZh", l.extended_from as "extendedFrom", l.extended_to as "extendedTo", l.balance_fen as "balanceFen",
    l.next_due as "nextDue"
  from loan l join organisation o on o.id = l.bank_id where ${where} ${lock}`;

/** A loan by its application; null: nothing was lent. */
export async function loanById(db: Db, id: string): Promise<LoanRow | null> {
  const row = (await loanRows(sql`l.id = ${id}`).execute(db)).rows[0];
  return row
    ? {
        ...row,
        principalFen: Number(row.principalFen),
        capFen: Number(row.capFen),
        balanceFen: Number(row.balanceFen),
      }
    : null;
}

/** What was agreed, as the rules reckon with it. */
export const lentOf = (loan: LoanRow): Lent => ({
  principalFen: loan.principalFen,
  rateBp: loan.rateBp,
  method: loan.method,
  accrual: loan.accrual,
  disbursedOn: loan.disbursedOn,
  months: loan.months,
  subsidy: { capFen: loan.capFen, shareBp: loan.shareBp, until: loan.subsidyUntil },
  extended:
    loan.extendedFrom === null || loan.extendedTo === null ? null : { from: loan.extendedFrom, until: loan.extendedTo },
});

export type RepaymentRow = Paid & { id: string; serial: string | null; voidedZh: string | null };

/** What was entered of a loan, what was voided among it. */
export async function repaymentsOf(db: Db, loanId: string): Promise<RepaymentRow[]> {
  const { rows } =
    await sql<RepaymentRow>`select id, paid_on as "on", principal_fen as "principalFen", interest_fen as "interestFen",
      serial, voided_zh as "voidedZh"
    from loan_repayment where loan_id = ${loanId} order by paid_on, id`.execute(db);
  return rows.map((row) => ({
    ...row,
    principalFen: Number(row.principalFen),
    interestFen: Number(row.interestFen),
  }));
}

export type Reckoned = { loan: LoanRow; lent: Lent; rows: RepaymentRow[]; counted: Paid[]; ledger: Ledger };

/** A loan with all that follows from it today. */
export async function reckon(call: Call, loanId: string): Promise<Reckoned | null> {
  const loan = await loanById(call.db, loanId);
  if (loan === null) return null;
  const rows = await repaymentsOf(call.db, loanId);
  const counted = rows.filter(({ voidedZh }) => voidedZh === null);
  const lent = lentOf(loan);
  return { loan, lent, rows, counted, ledger: ledgerOf(lent, counted, shanghaiDate(call.now)) };
}

/** The same of a loan whose row is there; throws where nothing was lent. */
export async function reckoned(call: Call, loanId: string): Promise<Reckoned> {
  const found = await reckon(call, loanId);
  if (found === null) throw new Error('There is no such loan.');
  return found;
}
