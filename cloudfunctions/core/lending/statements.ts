import { quarterEndAfter } from '@shared/benefits/loan/periods';
import { regionsOf } from '@shared/kernel/actor';
import { formatYuan } from '@shared/kernel/money';
import { isDate, shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { lendingContract } from '@shared/lending/contract';
import { lastQuarterOf, quartersOf, tolerated } from '@shared/lending/ledger';
import { type RawBuilder, sql } from 'kysely';
import { countedUpTo, toBound } from '../cases/counted';
import { inTurns } from '../cases/in-turns';
import { addLines, type PaymentLine, paymentsOf } from '../finance/queries';
import { audit } from '../platform/audit/audit';
import { open as unsealed } from '../platform/crypto/seal';
import type { Place } from '../platform/cursor';
import { isAmong } from '../platform/grants';
import { idsOf, keysetPage, unseen } from '../platform/keyset-page';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import type { Home } from '../rpc/home';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { type LoanRow, loanRows, type Reckoned, reckoned } from './loan-rows';
import { quarterZhOf, type StatementRow, statementKind, statementRows, statementView } from './statement-rows';
import { loanAccountPlace } from './works';

/** Drafts what a loan's quarters come to by now: what was checked stays, and what it paid too much or too little is the next one's. Answers the quarters that got one. */
async function draftOf(call: Call, { loan, lent, counted, ledger }: Reckoned): Promise<string[]> {
  const today = shanghaiDate(call.now);
  const before = (await statementRows(sql`s.loan_id = ${loan.id}`, sql`order by s.period_to, s.n`).execute(call.db))
    .rows;
  const drafted: string[] = [];
  for (const quarter of quartersOf(lent, ledger, counted, today)) {
    const own = before.filter(({ to }) => to === quarter.to);
    const checked = own.filter(({ checkedAt }) => checkedAt !== null);
    const open = own.find(({ checkedAt }) => checkedAt === null);
    const paid = checked.reduce((sum, { amountFen }) => sum + Number(amountFen), 0);
    const differs = Math.abs(quarter.chargedFen - quarter.interestFen) > tolerated(quarter.periods);
    const row = {
      period_from: quarter.from,
      days: quarter.days,
      interest_fen: quarter.interestFen,
      charged_fen: quarter.chargedFen,
      subsidy_fen: quarter.subsidyFen,
      amount_fen: quarter.subsidyFen - paid,
      differs,
      drafted_at: at(call.now),
    };
    if (open) {
      if (checked.length > 0 && row.amount_fen === 0)
        await call.db.deleteFrom('loan_statement').where('id', '=', open.id).execute();
      else await call.db.updateTable('loan_statement').set(row).where('id', '=', open.id).execute();
    } else if (checked.length === 0 || row.amount_fen !== 0) {
      const n = Math.max(0, ...own.map((each) => each.n)) + 1;
      const key = { id: call.newId(), loan_id: loan.id, region_id: loan.regionId, period_to: quarter.to, n };
      await call.db
        .insertInto('loan_statement')
        .values({ ...key, ...row })
        .execute();
      drafted.push(quarter.to);
    }
  }
  const next = quarterEndAfter(today);
  await call.db
    .updateTable('loan')
    .set({ drafts_on: next <= lastQuarterOf(lent) ? next : null })
    .where('id', '=', loan.id)
    .execute();
  return drafted;
}

/** By the clock: statements of quarters that are over, so many loans a transaction, with one word to each desk and bank for all of them. */
export const draftStatements = (home: Home): Promise<number> =>
  inTurns(home, {
    part: 'draftStatements',
    atOnce: 50,
    async take(call, most, others) {
      const { rows } = await sql<{ id: string }>`select id from loan where drafts_on <= ${shanghaiDate(call.now)}
        and ${others(sql`id`)} order by drafts_on, id limit ${most} for update skip locked`.execute(call.db);
      return rows.map(({ id }) => id);
    },
    async work(call, ids) {
      const made = new Map<string, { loan: LoanRow; to: string; n: number }>();
      for (const id of ids) {
        const found = await reckoned(call, id);
        const { loan } = found;
        for (const to of await draftOf(call, found)) {
          const key = `${loan.regionId}:${loan.bankId}:${to}`;
          made.set(key, { loan, to, n: (made.get(key)?.n ?? 0) + 1 });
        }
      }
      for (const { loan, to, n } of made.values()) {
        const { regionId, bankId } = loan;
        await emit(call, 'statements.drafted', `region:${regionId}`, {
          regionId,
          bankId,
          quarterZh: quarterZhOf(to),
          n,
        });
      }
    },
  });

type Listed = StatementRow & {
  reference: string | null;
  borrowerZh: string;
  bankZh: string;
  regionZh: string;
};

const isOpen = sql`s.checked_at is null`;

/** What the open statements of these regions pay, counted to a bound, along their index: they are the newest of a long table. */
export const openStatements = (held: readonly string[] | 'all') =>
  sql`select s.amount_fen as fen from loan_statement s where ${isOpen} and ${isAmong(held, sql`s.region_id`)}
    order by s.region_id, s.period_to, s.id limit ${sql.lit(countedUpTo + 1)}`;

/** The first of the desks' statements, the newest quarter first: of each region as many as a page has, by its index. */
function firstsAt(
  held: readonly string[] | 'all',
  which: RawBuilder<unknown>,
  place: Place | null,
  limit: number,
): RawBuilder<unknown> {
  const beyond =
    place === null
      ? sql`true`
      : sql`(s.period_to, s.id) < (${unseen(sql`${String(place.value)}::date`)}, ${unseen(sql`${place.id}::uuid`)})`;
  const firsts = (where: RawBuilder<unknown>) => sql`select s.id from loan_statement s
    where ${which} and ${where} and ${beyond} order by s.period_to desc, s.id desc limit ${sql.lit(limit)}`;
  // A statement that is told nothing would not be prepared.
  return held === 'all'
    ? firsts(unseen(sql`${true}::boolean`))
    : idsOf(held.map((region) => firsts(sql`s.region_id = ${unseen(sql`${region}::text`)}`)));
}

export const statements = procedure(lendingContract.statements, noSubject, async (call, { which, cursor }) => {
  const held = regionsOf(call.actor, 'auditor') === 'all' ? 'all' : regionsOf(call.actor, 'loanClerk');
  const { rows, next } = await keysetPage<Listed>(call, {
    filter: { list: 'lending/statements', which, held },
    cursor,
    sort: ({ to }) => to,
    fits: (value) => typeof value === 'string' && isDate(value),
    read: async (place, limit) => {
      const firsts = firstsAt(held, which === 'open' ? isOpen : sql`s.checked_at is not null`, place, limit);
      const { rows: found } =
        await sql<Listed>`select t.*, a.reference, l.borrower_zh as "borrowerZh", o.name_zh as "bankZh", r.name_zh as "regionZh"
        from (${statementRows(sql`s.id in (${firsts})`)}) t
        join loan l on l.id = t."loanId" join application a on a.id = l.id join organisation o on o.id = l.bank_id
        join region r on r.id = l.region_id
        order by t."to" desc, t.id desc limit ${sql.lit(limit)}`.execute(call.db);
      return found;
    },
  });
  const [payments, open] = await Promise.all([
    paymentsOf(
      call.db,
      statementKind,
      rows.map(({ id }) => id),
    ),
    sql<{ n: number }>`select count(*)::int as n from (${openStatements(held)}) counted`.execute(call.db),
  ]);
  return {
    items: rows.map((row) => ({
      ...statementView(row, payments),
      applicationId: row.loanId,
      reference: row.reference,
      borrowerZh: row.borrowerZh,
      bankZh: row.bankZh,
      regionZh: row.regionZh,
    })),
    next,
    open: toBound(open.rows[0]?.n ?? 0),
  };
});

/** Checks statements and hands them to finance as one list, in one transaction; what came back unpaid goes again. */
export const sendStatements = procedure(
  lendingContract.sendStatements,
  noSubject,
  async (call, { statementIds, note }) => {
    const ids = [...new Set(statementIds)];
    const here = isAmong(regionsOf(call.actor, 'loanClerk'), sql`s.region_id`);
    const lent = sql`select s.loan_id from loan_statement s where s.id = any(${ids}::uuid[]) and ${here}`;
    // Applications before loans, as whoever enters what was paid (`lent-application.ts`).
    await sql`select from application where id in (${lent}) order by id for update`.execute(call.db);
    // Whoever drafts holds the loan: what is sent stands as it was drafted last, and a loan that is being sent is drafted later.
    await sql`select from loan where id in (${lent}) order by id for update`.execute(call.db);
    const { rows } = await statementRows(
      sql`s.id = any(${ids}::uuid[]) and ${here}`,
      sql`order by s.period_to, s.id for update of s`,
    ).execute(call.db);
    const payments = await paymentsOf(call.db, statementKind, ids);
    const again = (id: string) => payments.get(id)?.result === 'failed';
    if (rows.length < ids.length || rows.some(({ id, checkedAt }) => checkedAt !== null && !again(id)))
      throw new Refused('LENDING_NOT_OPEN');
    if (isBlank(note) && rows.some(({ differs }) => differs))
      throw new Refused('LENDING_NOTE_MISSING', undefined, { note: '请写明核对结果' });
    const { rows: loans } = await loanRows(sql`l.id = any(${rows.map(({ loanId }) => loanId)}::uuid[])`).execute(
      call.db,
    );
    if (loans.some(({ applicantId }) => applicantId === me(call)))
      throw new Refused('FORBIDDEN', '其中有您自己的贷款，应当回避，请交其他人员核对');
    const loanOf = new Map(loans.map((loan) => [loan.id, loan]));
    const due = rows.filter(({ amountFen }) => Number(amountFen) !== 0);
    const lines = due.flatMap((row): PaymentLine[] => {
      const loan = loanOf.get(row.loanId);
      if (!loan) return [];
      const plain = unsealed(loan.accountSealed, call.home.keys, loanAccountPlace(loan.id));
      return [
        {
          sourceId: row.id,
          personId: loan.applicantId,
          payeeZh: loan.payeeZh,
          uscc: loan.uscc,
          account: { plain, masked: loan.accountMasked },
          amountFen: Number(row.amountFen),
          itemZh: `创业担保贷款贴息 ${quarterZhOf(row.to)}${row.n > 1 ? '（更正）' : ''}`,
          aboutZh: loan.aboutZh,
          again: again(row.id),
        },
      ];
    });
    await sql`update loan_statement set checked_at = ${at(call.now)}, checked_by = ${me(call)}, note_zh = ${note.trim() || null}
    where id = any(${ids}::uuid[]) and checked_at is null`.execute(call.db);
    const quarters = [...new Set(due.map(({ to }) => quarterZhOf(to)))];
    const sent =
      lines.length === 0
        ? null
        : await addLines(
            call,
            { sourceKind: statementKind, titleZh: `创业担保贷款贴息 ${quarters.join('、')}` },
            lines,
          );
    for (const row of due) {
      const loan = loanOf.get(row.loanId);
      await audit(call, `guaranteed-loan:${row.loanId}`, 'lending/sendStatement', { statementId: row.id });
      if (loan && Number(row.amountFen) > 0)
        await emit(call, 'statement.ready', `guaranteed-loan:${row.loanId}`, toldOf(loan, row));
    }
    return {
      sent: lines.length,
      sumFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
      reference: sent?.reference ?? null,
    };
  },
);

/** A statement as its borrower is told of it. */
export const toldOf = (
  { id, applicantId, regionId }: LoanRow,
  { to, amountFen }: Pick<StatementRow, 'to' | 'amountFen'>,
) => ({
  applicationId: id,
  applicantId,
  regionId,
  quarterZh: quarterZhOf(to),
  amountZh: `${formatYuan(Number(amountFen))} 元`,
});
