import { takesPayments } from '@shared/benefits/kinds/guaranteed-loan/states';
import { quarterEndAfter } from '@shared/benefits/loan/periods';
import { addDays, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { lastQuarterOf, ledgerOf, type Quarter, quartersOf, tolerated } from '@shared/lending/ledger';
import type { Insertable } from 'kysely';
import { quarterZhOf, statementKind } from '../../lending/statement-rows';
import { loanAccountPlace } from '../../lending/works';
import { seal } from '../../platform/crypto/seal';
import { at, type Database } from '../../platform/schema';
import { instantAgo, noonOf } from '../files/days';
import { insertAll } from '../files/insert-files';
import { paidOnOf, type Result, type Sending } from '../files/payments';
import type { PlayedFile } from '../files/play-file';
import { organisationId } from '../organisations';
import type { Player } from '../player';
import { lastChecked } from './loan-account';
import { accountNo, deskOf, lenderOf, type ScriptedLoan } from './loan-script';

const dayMs = 86_400_000;

export type LentFile = { scripted: ScriptedLoan; file: PlayedFile };

type Lent = LentFile & { account: NonNullable<ScriptedLoan['account']> };
type Statement = Insertable<Database['loan_statement']> & { lentTo: Lent };

/** The regions whose last list is in finance's hands, those of which one came back, and where the desk has not looked yet. */
const lastList: Readonly<Record<string, 'partly' | 'waiting' | 'open'>> = {
  '141033': 'partly',
  '141022': 'partly',
  '141002': 'waiting',
};
const standOf = (regionId: string) => lastList[regionId] ?? 'open';

const failureZh = '账户已销户，退回';

/** Writes what was lent, what was paid of it and what the quarters came to; answers the lists that went to finance. */
export async function insertLent(
  { home }: Player,
  files: readonly LentFile[],
  now: number,
  newId: (ms: number) => string,
): Promise<Sending[]> {
  const { db } = home;
  const today = shanghaiDate(now);
  const lent = files.flatMap(({ scripted, file }): Lent[] => {
    const { account } = scripted;
    return account ? [{ scripted, file, account }] : [];
  });
  await insertAll(
    db,
    'loan',
    lent.map((one) => loanRow(one, home.keys[0], today)),
  );
  await insertAll(
    db,
    'loan_repayment',
    lent.flatMap(({ file, account, scripted }) =>
      account.rows.map((row, i) => ({
        id: newId(noonOf(row.on)),
        loan_id: file.applicationId,
        paid_on: row.on,
        principal_fen: row.principalFen,
        interest_fen: row.interestFen,
        serial: `LS${row.on.replaceAll('-', '')}${String(i + 1).padStart(3, '0')}`,
        entered_by: lenderOf(scripted.planned.bank),
        entered_at: at(row === account.late ? lateEntry(account) : noonOf(row.on)),
        voided_by: null,
        voided_at: null,
        voided_zh: null,
      })),
    ),
  );
  const statements = lent.flatMap((one) => statementsOf(one, today, now, newId));
  const sendings = sendingsOf(statements, now);
  // What came back is its desk's again.
  const unpaid = new Set(
    sendings.flatMap(({ lines }) =>
      lines.flatMap(({ sourceId, result }) => (result?.failureZh === undefined ? [] : [sourceId])),
    ),
  );
  await insertAll(
    db,
    'loan_statement',
    statements.map(({ lentTo: _, ...row }) => ({
      ...row,
      ...(unpaid.has(row.id) && { checked_at: null, checked_by: null }),
    })),
  );
  return sendings;
}

/** An early payment that the bank entered when its quarter had been checked. */
const lateEntry = ({ quarters, late }: Lent['account']): number => {
  const own = quarters.find(({ to }) => late !== null && late.on < to);
  return noonOf(addDays(own?.to ?? late?.on ?? '', 30));
};

function loanRow(
  { file, account, scripted }: Lent,
  key: Parameters<typeof seal>[1],
  today: string,
): Insertable<Database['loan']> {
  const { lent, ledger } = account;
  const { applicationId: id, script, details } = file;
  const plain = accountNo(script.n);
  const answers = (move: string) => details.records?.filter((record) => record.move === move).at(-1)?.answers ?? {};
  const soon = addDays(today, 7);
  const next = quarterEndAfter(today);
  return {
    id,
    bank_id: organisationId(scripted.planned.bank),
    applicant_id: file.personId,
    region_id: script.regionId,
    borrower_zh: file.name,
    uscc: typeof script.answers.business?.uscc === 'string' ? script.answers.business.uscc : null,
    payee_zh: String(answers('disburse').payee),
    account_sealed: seal(plain, key, loanAccountPlace(id)),
    account_masked: `**** ${plain.slice(-4)}`,
    about_zh: details.rankZh ?? null,
    contract_no: String(answers('sign').contractNo),
    principal_fen: lent.principalFen,
    rate_bp: lent.rateBp,
    method: lent.method,
    accrual: lent.accrual,
    months: lent.months,
    disbursed_on: lent.disbursedOn,
    cap_fen: lent.subsidy.capFen,
    share_bp: lent.subsidy.shareBp,
    subsidy_until: lent.subsidy.until,
    rule_zh: account.ruleZh,
    extended_from: lent.extended?.from ?? null,
    extended_to: lent.extended?.until ?? null,
    balance_fen: ledger.balanceFen,
    next_due: takesPayments(file.state) ? (ledger.next?.on ?? null) : null,
    // Whoever has to pay within a week was reminded.
    reminded_for: ledger.next !== null && ledger.next.on <= soon ? ledger.next.on : null,
    drafts_on: next <= lastQuarterOf(lent) ? next : null,
  };
}

/** A quarter's statement as it was drafted then; where a row came late, the next one's difference. */
function statementsOf(one: Lent, today: string, now: number, newId: (ms: number) => string): Statement[] {
  const { account, file, scripted } = one;
  const { lent, rows, late, quarters } = account;
  const known = late === null ? rows : rows.filter((row) => row !== late);
  const before = late === null ? quarters : quartersOf(lent, ledgerOf(lent, known, today), known, today);
  const last = lastChecked(today);
  return quarters.flatMap((quarter, i) => {
    const checked = quarter.to < last || (quarter.to === last && standOf(file.script.regionId) !== 'open');
    const knew = late !== null && late.on < quarter.to && quarters.find(({ to }) => late.on < to) === quarter;
    const first = (knew ? before[i] : undefined) ?? quarter;
    const checkedAt = checked ? sentAtOf(quarter.to, file.script.regionId, now) : null;
    const rowOf = (n: number, said: Quarter, amountFen: number, ms: number, at_: number | null): Statement => ({
      id: newId(ms),
      loan_id: file.applicationId,
      region_id: file.script.regionId,
      period_from: said.from,
      period_to: said.to,
      n,
      days: said.days,
      interest_fen: said.interestFen,
      charged_fen: said.chargedFen,
      subsidy_fen: said.subsidyFen,
      amount_fen: amountFen,
      differs: Math.abs(said.chargedFen - said.interestFen) > tolerated(said.periods),
      drafted_at: at(ms),
      checked_at: at_ === null ? null : at(at_),
      checked_by: at_ === null ? null : deskOf(file.script.regionId),
      note_zh: null,
      lentTo: { ...one, scripted },
    });
    const draftedAt = startOfDay(quarter.to) + 300_000;
    const difference = quarter.subsidyFen - first.subsidyFen;
    return [
      rowOf(1, first, first.subsidyFen, draftedAt, checkedAt),
      ...(checkedAt !== null && difference !== 0
        ? [rowOf(2, quarter, difference, lateEntry(account) + 60_000, null)]
        : []),
    ];
  });
}

/** When a region's desk sent its list of a quarter: some days after it ended, each region on its own day. */
function sentAtOf(quarterEnd: string, regionId: string, now: number): number {
  const days = 5 + (Number(regionId.slice(-2)) % 7 || 3);
  const ago = Math.round((startOfDay(shanghaiDate(now)) - startOfDay(addDays(quarterEnd, days))) / dayMs);
  return instantAgo(now, ago, 1);
}

/** A list a region and quarter, with what came of it: long ago all was paid; of the last some wait and one came back. */
function sendingsOf(statements: readonly Statement[], now: number): Sending[] {
  const lists = new Map<string, Statement[]>();
  const newest = lastChecked(shanghaiDate(now));
  for (const row of statements) {
    if (row.checked_at === null || Number(row.amount_fen) === 0) continue;
    const key = `${row.region_id}:${row.period_to}`;
    lists.set(key, [...(lists.get(key) ?? []), row]);
  }
  return [...lists.values()].map((rows): Sending => {
    const [first] = rows as [Statement];
    const sentAt = Number(first.checked_at);
    const paidOn = paidOnOf(sentAt);
    const last = String(first.period_to) === newest;
    const stand = standOf(String(first.region_id));
    return {
      sourceKind: statementKind,
      titleZh: `创业担保贷款贴息 ${quarterZhOf(String(first.period_to))}`,
      sentAt,
      sentBy: deskOf(String(first.region_id)),
      lines: rows.map((row, i) => {
        const { file } = row.lentTo;
        const plain = accountNo(file.script.n);
        const result: Result =
          !last || (stand === 'partly' && i % 3 === 1)
            ? { on: paidOn }
            : stand === 'partly' && i % 3 === 0
              ? { on: paidOn, failureZh }
              : null;
        return {
          sourceId: row.id,
          personId: file.personId,
          payeeZh: String(file.details.records?.find(({ move }) => move === 'disburse')?.answers.payee),
          uscc: typeof file.script.answers.business?.uscc === 'string' ? file.script.answers.business.uscc : null,
          account: { plain, masked: `**** ${plain.slice(-4)}` },
          amountFen: Number(row.amount_fen),
          itemZh: `创业担保贷款贴息 ${quarterZhOf(String(row.period_to))}`,
          aboutZh: file.details.rankZh ?? null,
          again: false,
          result,
        };
      }),
    };
  });
}
