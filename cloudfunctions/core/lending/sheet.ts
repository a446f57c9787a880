import { takesPayments } from '@shared/benefits/kinds/guaranteed-loan/states';
import { organisationsOf } from '@shared/kernel/actor';
import { holdsResidentId } from '@shared/kernel/resident-id';
import { isPlausibleDate, shanghaiDate } from '@shared/kernel/shanghai';
import { countGraphemes } from '@shared/kernel/typed/graphemes';
import { noIdNumberHere, tooLong } from '@shared/kernel/typed/sentences';
import { plainName, typedDate, typedNumber } from '@shared/kernel/typed/typed';
import { lendingContract, longestSerial } from '@shared/lending/contract';
import { sql } from 'kysely';
import { applicationOf } from '../benefits/queries';
import { audit } from '../platform/audit/audit';
import { readCsv } from '../platform/sheets/csv';
import { toldFaults } from '../platform/sheets/told-faults';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { follow } from './follow';
import { type LoanRow, loanRows, repaymentsOf } from './loan-rows';
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

/** The loans of the caller's banks that a sheet names, by the contract numbers as it writes them, locked in one order. */
async function loansNamed(call: Call, numbers: readonly string[]): Promise<Map<string, LoanRow>> {
  const banks = organisationsOf(call.actor, 'lender');
  const { rows: all } = await sql<{ id: string; contractNo: string }>`
    select id, contract_no as "contractNo" from loan where bank_id = any(${banks}::uuid[])`.execute(call.db);
  const ids = new Map(all.map(({ id, contractNo }) => [contractNo, id]));
  // A number that is another's but for spaces or width names the one that is written as it is.
  const plain = new Map<string, string | null>();
  for (const { id, contractNo } of all) plain.set(plainName(contractNo), plain.has(plainName(contractNo)) ? null : id);
  const named = new Map(numbers.map((no) => [no, ids.get(no) ?? plain.get(plainName(no)) ?? null]));
  const { rows } = await loanRows(
    sql`l.id = any(${[...named.values()].filter((id) => id !== null)}::uuid[])`,
    sql`order by l.id for update of l`,
  ).execute(call.db);
  return new Map(
    [...named].flatMap(([no, id]) => {
      const loan = rows.find((row) => row.id === id);
      return loan ? [[no, loan] as const] : [];
    }),
  );
}

/** Takes a sheet in whole or not at all: each row is judged as if it were typed, after those before it; what is there already by its number does nothing. */
export const importRepayments = procedure(lendingContract.importRepayments, noSubject, async (call, { sheet }) => {
  const { rows, faults } = readSheet(sheet);
  if (rows.length === 0 && Object.keys(faults).length === 0) throw new Refused('LENDING_SHEET_EMPTY');
  const loans = await loansNamed(call, [...new Set(rows.map(({ contractNo }) => contractNo))]);
  const today = shanghaiDate(call.now);
  const fresh = new Map<string, Row[]>();
  let known = 0;
  for (const loan of new Set(loans.values())) {
    const own = rows.filter(({ contractNo }) => loans.get(contractNo) === loan);
    const before = (await repaymentsOf(call.db, loan.id)).filter(({ voidedZh }) => voidedZh === null);
    const application = await applicationOf(call, { applicationId: loan.id }, true);
    let paid = before.reduce((sum, { principalFen }) => sum + principalFen, 0);
    const serials = new Set(before.map(({ serial }) => plainName(serial ?? '')));
    const added: Row[] = [];
    for (const row of own) {
      if (serials.has(plainName(row.serial))) {
        known += 1;
        continue;
      }
      const problems =
        application?.applicantId === me(call)
          ? ['这是您自己的贷款，应当回避，请交其他人员登记']
          : application && takesPayments(application.state)
            ? Object.values(
                rowProblems(
                  row,
                  { disbursedOn: loan.disbursedOn, principalFen: Number(loan.principalFen) },
                  paid,
                  today,
                ),
              )
            : ['这笔贷款现在不能登记还款'];
      if (problems.length > 0) faults[`row.${row.line}`] = problems.join('，');
      serials.add(plainName(row.serial));
      paid += row.principalFen;
      added.push(row);
    }
    if (added.length > 0) fresh.set(loan.id, added);
  }
  for (const { contractNo, line } of rows)
    if (!loans.has(contractNo)) faults[`row.${line}`] = `没有找到合同 ${contractNo.slice(0, 40)}`;
  if (Object.keys(faults).length > 0) throw new Refused('LENDING_SHEET_WRONG', undefined, toldFaults(faults));
  for (const [loanId, added] of fresh) {
    for (const row of added) await insertRow(call, loanId, row);
    const application = await applicationOf(call, { applicationId: loanId }, true);
    if (application) await follow(call, application);
  }
  const n = [...fresh.values()].reduce((sum, { length }) => sum + length, 0);
  await audit(call, `person:${me(call)}`, 'lending/importRepayments', { rows: n });
  return { added: n, known, loans: fresh.size };
});
