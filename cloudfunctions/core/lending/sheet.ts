import { takesPayments } from '@shared/benefits/kinds/guaranteed-loan/states';
import { organisationsOf } from '@shared/kernel/actor';
import { holdsResidentId } from '@shared/kernel/resident-id';
import { isPlausibleDate, shanghaiDate } from '@shared/kernel/shanghai';
import { countGraphemes } from '@shared/kernel/typed/graphemes';
import { noIdNumberHere, tooLong } from '@shared/kernel/typed/sentences';
import { plainName, typedDate, typedNumber } from '@shared/kernel/typed/typed';
import { lendingContract, longestSerial } from '@shared/lending/contract';
import { sql } from 'kysely';
import { type ApplicationHead, lockedApplications } from '../benefits/queries';
import { audit } from '../platform/audit/audit';
import { readCsv } from '../platform/sheets/csv';
import { toldFaults } from '../platform/sheets/told-faults';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { follow } from './follow';
import { type LoanRow, loanRows, type RepaymentRow, repaymentsOf } from './loan-rows';
import { insertRow, type NewRow, rowProblems } from './repayments';

/** Contract number, day, principal, interest, serial number. */
type Row = NewRow & { line: number; contractNo: string };

const fenOf = (typed: string): number | null => {
  const yuan = typed === '' ? 0 : typedNumber(typed, 2);
  return yuan === null ? null : Math.round(yuan * 100);
};

/** Reads a sheet: every fault at once, by the line in which it stands. The first row may be the heads. */
function readSheet(sheet: string): { rows: Row[]; faults: Record<string, string> } {
  const faults: Record<string, string> = {};
  const rows: Row[] = [];
  for (const [i, { line, cells }] of readCsv(sheet).entries()) {
    const [contractNo = '', day = '', principal = '', interest = '', serial = ''] = cells;
    const { value: on } = typedDate(day);
    if (i === 0 && !/\d/.test(on)) continue;
    const principalFen = fenOf(principal);
    const interestFen = fenOf(interest);
    const wrong = [
      contractNo === '' && '没有合同编号',
      !isPlausibleDate(on) && '日期不对',
      principalFen === null && '本金不是金额',
      interestFen === null && '利息不是金额',
      serial === '' && '没有流水号',
      countGraphemes(serial) > longestSerial && `流水号${tooLong(longestSerial, countGraphemes(serial))}`,
      holdsResidentId(serial) && noIdNumberHere,
    ].filter((each) => each !== false);
    if (wrong.length > 0) faults[`row.${line}`] = wrong.join('，');
    else rows.push({ line, contractNo, on, principalFen: principalFen ?? 0, interestFen: interestFen ?? 0, serial });
  }
  return { rows, faults };
}

/** A loan as it is found by its number. */
type Numbered = { id: string; bankId: string; contractNo: string };

/** What a number means to the caller's banks; null: nothing, or contracts of one bank that are the same to the eye. `several`: more than one bank has it. */
type Meant = Numbered | 'several' | null;

/** What each of these numbers means, as a sheet writes it. */
async function meantBy(call: Call, numbers: ReadonlySet<string>): Promise<Map<string, Meant>> {
  const banks = organisationsOf(call.actor, 'lender');
  const { rows: all } = await sql<Numbered>`select id, bank_id as "bankId", contract_no as "contractNo" from loan
    where bank_id = any(${banks}::uuid[])`.execute(call.db);
  const alike = new Map<string, Numbered[]>();
  for (const one of all) alike.set(plainName(one.contractNo), [...(alike.get(plainName(one.contractNo)) ?? []), one]);
  return new Map(
    [...numbers].map((no): [string, Meant] => {
      const found = alike.get(plainName(no)) ?? [];
      // A sheet does not say whose it is: of two banks' contracts of one number none may be taken for the other.
      if (new Set(found.map(({ bankId }) => bankId)).size > 1) return [no, 'several'];
      // A number that is another's but for spaces or width names the one that is written as it is.
      const only = found.length === 1 ? found[0] : undefined;
      return [no, found.find(({ contractNo }) => contractNo === no) ?? only ?? null];
    }),
  );
}

/** A loan with what decides about new rows of it. */
type Lending = { loan: LoanRow; application: ApplicationHead; before: RepaymentRow[] };

/** The loans of a sheet, their applications locked before anything of them is read. */
async function lendingsOf(call: Call, meant: Iterable<Meant>): Promise<Lending[]> {
  const ids = [...meant].flatMap((one) => (one === null || one === 'several' ? [] : one.id));
  const applications = await lockedApplications(call, ids);
  const { rows: loans } = await loanRows(sql`l.id = any(${ids}::uuid[])`, sql`order by l.id`).execute(call.db);
  const found: Lending[] = [];
  for (const loan of loans) {
    const application = applications.find(({ applicationId }) => applicationId === loan.id);
    const before = (await repaymentsOf(call.db, loan.id)).filter(({ voidedZh }) => voidedZh === null);
    if (application) found.push({ loan, application, before });
  }
  return found;
}

/** What keeps a row from its loan, in sentences. */
function refusals(call: Call, row: Row, { loan, application }: Lending, paidFen: number): string[] {
  if (application.applicantId === me(call)) return ['这是您自己的贷款，应当回避，请交其他人员登记'];
  if (!takesPayments(application.state)) return ['这笔贷款现在不能登记还款'];
  const lent = { disbursedOn: loan.disbursedOn, principalFen: Number(loan.principalFen) };
  return Object.values(rowProblems(row, lent, paidFen, shanghaiDate(call.now)));
}

/** Judges the rows of one loan, each after those before it: which are new, how many are there already by their number, and what is wrong by line. */
function judgeRows(call: Call, own: readonly Row[], lending: Lending) {
  const serials = new Set(lending.before.map(({ serial }) => plainName(serial ?? '')));
  const faults: Record<string, string> = {};
  const added: Row[] = [];
  let paidFen = lending.before.reduce((sum, { principalFen }) => sum + principalFen, 0);
  for (const row of own) {
    if (serials.has(plainName(row.serial))) continue;
    const problems = refusals(call, row, lending, paidFen);
    if (problems.length > 0) faults[`row.${row.line}`] = problems.join('，');
    serials.add(plainName(row.serial));
    paidFen += row.principalFen;
    added.push(row);
  }
  return { added, known: own.length - added.length, faults };
}

/** Why a row names no loan. */
const unnamed = (meant: Meant | undefined, contractNo: string): string =>
  meant === 'several'
    ? `您任职的几家银行都有合同 ${contractNo.slice(0, 40)}，请删去这一行，在这笔贷款里登记`
    : `没有找到合同 ${contractNo.slice(0, 40)}`;

/** Takes a sheet in whole or not at all: each row is judged as if it were typed, after those before it; what is there already by its number does nothing. */
export const importRepayments = procedure(lendingContract.importRepayments, noSubject, async (call, { sheet }) => {
  const { rows, faults } = readSheet(sheet);
  if (rows.length === 0 && Object.keys(faults).length === 0) throw new Refused('LENDING_SHEET_EMPTY');
  const meant = await meantBy(call, new Set(rows.map(({ contractNo }) => contractNo)));
  const idOf = ({ contractNo }: Row): string | null => {
    const one = meant.get(contractNo) ?? null;
    return one === null || one === 'several' ? null : one.id;
  };
  const fresh: Array<{ application: ApplicationHead; added: Row[] }> = [];
  let known = 0;
  for (const lending of await lendingsOf(call, meant.values())) {
    const own = rows.filter((row) => idOf(row) === lending.loan.id);
    const judged = judgeRows(call, own, lending);
    Object.assign(faults, judged.faults);
    known += judged.known;
    if (judged.added.length > 0) fresh.push({ application: lending.application, added: judged.added });
  }
  for (const row of rows)
    if (idOf(row) === null) faults[`row.${row.line}`] = unnamed(meant.get(row.contractNo), row.contractNo);
  if (Object.keys(faults).length > 0) throw new Refused('LENDING_SHEET_WRONG', undefined, toldFaults(faults));
  for (const { application, added } of fresh) {
    for (const row of added) await insertRow(call, application.applicationId, row);
    await follow(call, application);
  }
  const n = fresh.reduce((sum, { added }) => sum + added.length, 0);
  await audit(call, `person:${me(call)}`, 'lending/importRepayments', { rows: n });
  return { added: n, known, loans: fresh.length };
});
