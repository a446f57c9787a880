import type { Party } from '@shared/benefits/application/subject';
import { takesPayments } from '@shared/benefits/kinds/guaranteed-loan/states';
import { methodZh } from '@shared/benefits/loan/loan';
import { maturityOf } from '@shared/benefits/loan/periods';
import { standingOf } from '@shared/cases/standing';
import { organisationsOf } from '@shared/kernel/actor';
import { isDate, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { lendingContract } from '@shared/lending/contract';
import { type RawBuilder, sql } from 'kysely';
import { applicationOf, ownOf, partyOf } from '../benefits/queries';
import { countedUpTo, toBound } from '../cases/counted';
import { currentUploads } from '../files/current-material';
import { readUploadRows, type UploadRow } from '../files/upload-rows';
import { paymentsOf } from '../finance/queries';
import { idsOf, keysetPage, unseen } from '../platform/keyset-page';
import type { Call } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { lentApplication } from './lent-application';
import { type loanById, loanRows, reckon } from './loan-rows';
import { statementKind, statementRows, statementView } from './statement-rows';

/** Who reads statements and account, and who the account of the subsidy at all (BENEFITS, who sees what). */
const readsStatements: readonly (Party | null)[] = ['applicant', 'hr', 'bank', 'auditor'];

/** The copies of the card by which the account may be changed: what the borrower replaced or took out is none of them. */
export const bankCardsOf = async (call: Call, applicationId: string): Promise<UploadRow[]> =>
  currentUploads(await readUploadRows(call.db, applicationId), 'bank_card');

const bankCardView = ({ id, name, finished_at, begun_at }: UploadRow) => ({
  uploadId: id,
  name,
  sentAt: toShanghai(finished_at ?? begun_at),
});

/** A loan with its plan, what was paid, what falls due and its statements, for whoever asks. */
export async function presentLoan(call: Call, applicationId: string) {
  const [application, reckoned] = await Promise.all([
    applicationOf(call, { applicationId }, false),
    reckon(call, applicationId),
  ]);
  if (!application || !reckoned) throw new Refused('NOT_FOUND');
  const { kind } = ownOf(application);
  const party = partyOf(call, kind, application);
  const { loan, lent, rows, ledger } = reckoned;
  const sees = readsStatements.includes(party);
  const statements = sees
    ? (await statementRows(sql`s.loan_id = ${applicationId}`, sql`order by s.period_to, s.n`).execute(call.db)).rows
    : [];
  const payments = await paymentsOf(
    call.db,
    statementKind,
    statements.map(({ id }) => id),
  );
  const runs = takesPayments(application.state);
  const writes = runs && party === 'bank' && application.organisationId === loan.bankId;
  return {
    applicationId,
    reference: application.reference,
    ...standingOf(kind.lifecycle, application.state, party === 'applicant' ? 'own' : 'staff'),
    bankZh: loan.bankZh,
    contractNo: loan.contractNo,
    principalFen: loan.principalFen,
    rateBp: loan.rateBp,
    method: loan.method,
    methodZh: methodZh[loan.method],
    accrual: loan.accrual,
    disbursedOn: loan.disbursedOn,
    maturesOn: maturityOf(lent),
    extendedTo: loan.extendedTo,
    balanceFen: ledger.balanceFen,
    overdue: runs && ledger.overdue,
    next: runs ? ledger.next : null,
    ruleZh: loan.ruleZh,
    payeeZh: sees ? loan.payeeZh : null,
    accountMasked: sees ? loan.accountMasked : null,
    plan: ledger.plan.map((instalment) => ({ ...instalment })),
    repayments: rows.map(({ id, on, principalFen, interestFen, serial, voidedZh }) => ({
      repaymentId: id,
      on,
      principalFen,
      interestFen,
      serial,
      voidedZh,
    })),
    statements: sees ? statements.map((row) => statementView(row, payments)) : null,
    writes,
    bankCards: writes ? (await bankCardsOf(call, applicationId)).map(bankCardView) : [],
  };
}

export const loan = procedure(lendingContract.loan, lentApplication, (call, { applicationId }) =>
  presentLoan(call, applicationId),
);

type Row = Awaited<ReturnType<typeof loanById>> & { state: string; reference: string | null; due: string };

/** What is over stands behind everything that falls due. */
const due = (next: RawBuilder<unknown>) => sql`coalesce(${next}, '9999-12-31'::date)`;

/** The loans of one's banks, what falls due first; those that are over last, or that a guarantor paid. Of each bank as many as a page has, by its index. */
export const loans = procedure(lendingContract.loans, noSubject, async (call, { cursor }) => {
  const banks = organisationsOf(call.actor, 'lender');
  const [{ rows, next }, late] = await Promise.all([
    keysetPage(call, {
      filter: { list: 'lending/loans', banks },
      cursor,
      sort: (row: Row) => row.due,
      fits: (value) => typeof value === 'string' && isDate(value),
      read: async (place, limit) => {
        const beyond =
          place === null
            ? sql`true`
            : sql`(${due(sql`f.next_due`)}, f.id) > (${unseen(sql`${String(place.value)}::date`)}, ${unseen(sql`${place.id}::uuid`)})`;
        const firsts = idsOf(
          banks.map(
            (bank) => sql`select f.id from loan f where f.bank_id = ${unseen(sql`${bank}::uuid`)} and ${beyond}
            order by ${due(sql`f.next_due`)}, f.id limit ${sql.lit(limit)}`,
          ),
        );
        const found = await sql<Row>`select m.*, a.state, a.reference, ${due(sql`m."nextDue"`)} as due
        from (${loanRows(sql`l.id in (${firsts})`)}) m join application a on a.id = m.id
        order by due, m.id limit ${sql.lit(limit)}`.execute(call.db);
        return found.rows;
      },
    }),
    sql<{ n: number }>`select count(*)::int as n from (${idsOf(
      banks.map(
        (bank) => sql`select l.id from loan l where l.bank_id = ${unseen(sql`${bank}::uuid`)}
          and ${due(sql`l.next_due`)} < ${unseen(sql`${shanghaiDate(call.now)}::date`)}
          order by ${due(sql`l.next_due`)}, l.id limit ${sql.lit(countedUpTo + 1)}`,
      ),
    )}) counted`.execute(call.db),
  ]);
  const { kind } = ownOf({ kind: 'guaranteed-loan' });
  return {
    late: toBound(late.rows[0]?.n ?? 0),
    items: rows.map(({ id, reference, state, borrowerZh, contractNo, principalFen, balanceFen, nextDue }) => ({
      applicationId: id,
      reference,
      ...standingOf(kind.lifecycle, state, 'staff'),
      borrowerZh,
      contractNo,
      principalFen: Number(principalFen),
      balanceFen: Number(balanceFen),
      nextOn: nextDue,
    })),
    next,
  };
});
