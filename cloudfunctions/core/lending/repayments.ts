import { takesPayments } from '@shared/benefits/kinds/guaranteed-loan/states';
import { sealableAccount } from '@shared/forms/sealing';
import { mostOf, tooMany } from '@shared/kernel/most';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { sameName } from '@shared/kernel/typed/typed';
import { isBlank } from '@shared/kernel/typed/unseen';
import { lendingContract } from '@shared/lending/contract';
import type { ApplicationHead } from '../benefits/queries';
import { freezeUploads } from '../files/freeze-uploads';
import type { UploadRow } from '../files/upload-rows';
import { timesFrozen } from '../forms/snapshots';
import { audit } from '../platform/audit/audit';
import { seal } from '../platform/crypto/seal';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { follow } from './follow';
import { lentApplication } from './lent-application';
import { loanById, repaymentsOf } from './loan-rows';
import { bankCardsOf, presentLoan } from './present';
import { loanAccountPlace } from './works';

export type NewRow = { on: string; principalFen: number; interestFen: number; serial: string };

/** What is wrong with a row: field → sentence. `paidFen`: the principal that other rows paid. */
export function rowProblems(
  row: NewRow,
  loan: { disbursedOn: string; principalFen: number },
  paidFen: number,
  today: string,
): Record<string, string> {
  return {
    ...(row.on > today && { on: '不能晚于今天' }),
    ...(row.on < loan.disbursedOn && { on: `不能早于放款日期（${loan.disbursedOn}）` }),
    ...(row.principalFen + row.interestFen === 0 && { principalFen: '请填写还的本金或利息' }),
    ...(row.principalFen > loan.principalFen - paidFen && { principalFen: '超过没有还的本金' }),
    ...(row.interestFen > mostOf.money && { interestFen: tooMany }),
  };
}

export const insertRow = (call: Call, loanId: string, { on, principalFen, interestFen, serial }: NewRow) =>
  call.db
    .insertInto('loan_repayment')
    .values({
      id: call.newId(),
      loan_id: loanId,
      paid_on: on,
      principal_fen: principalFen,
      interest_fen: interestFen,
      serial: serial === '' ? null : serial,
      entered_by: me(call),
      entered_at: at(call.now),
    })
    .execute();

const insistOpen = ({ state }: ApplicationHead): void => {
  if (!takesPayments(state)) throw new Refused('LENDING_CLOSED');
};

export const addRepayment = procedure(lendingContract.addRepayment, lentApplication, async (call, row, application) => {
  insistOpen(application);
  const { applicationId } = application;
  const loan = await loanById(call.db, applicationId);
  if (!loan) throw new Refused('NOT_FOUND');
  const rows = (await repaymentsOf(call.db, applicationId)).filter(({ voidedZh }) => voidedZh === null);
  if (row.serial !== '' && rows.some(({ serial }) => serial !== null && sameName(serial, row.serial)))
    throw new Refused('LENDING_SERIAL_TWICE', undefined, { serial: '这个流水号已经登记过' });
  const paid = rows.reduce((sum, { principalFen }) => sum + principalFen, 0);
  const problems = rowProblems(row, loan, paid, shanghaiDate(call.now));
  if (Object.keys(problems).length > 0) throw new Refused('LENDING_ROW_WRONG', undefined, problems);
  await insertRow(call, applicationId, row);
  await audit(call, `guaranteed-loan:${applicationId}`, 'lending/addRepayment', { on: row.on });
  await follow(call, application);
  return presentLoan(call, applicationId);
});

export const voidRepayment = procedure(
  lendingContract.voidRepayment,
  lentApplication,
  async (call, { repaymentId, reason }, application) => {
    insistOpen(application);
    if (isBlank(reason)) throw new Refused('LENDING_REASON_MISSING', undefined, { reason: '请写明为什么作废' });
    const { applicationId } = application;
    const { numUpdatedRows } = await call.db
      .updateTable('loan_repayment')
      .set({ voided_at: at(call.now), voided_by: me(call), voided_zh: reason.trim() })
      .where('id', '=', repaymentId)
      .where('loan_id', '=', applicationId)
      .where('voided_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refused('LENDING_ROW_WRONG', '这笔已经作废，请刷新后再看');
    await audit(call, `guaranteed-loan:${applicationId}`, 'lending/voidRepayment', { repaymentId });
    await follow(call, application);
    return presentLoan(call, applicationId);
  },
);

/** Keeps a card as what was handed in last is kept, whatever its borrower takes out later. */
async function keepEvidence(call: Call, applicationId: string, card: UploadRow): Promise<void> {
  const { rows } = await timesFrozen(applicationId).execute(call.db);
  await freezeUploads(call, [card], rows[0]?.n ?? 0);
}

/** Where the subsidy goes from now on; what was sent already goes where it went. */
export const changeAccount = procedure(
  lendingContract.changeAccount,
  lentApplication,
  async (call, { payeeZh, account, evidence }, application) => {
    const { applicationId, applicantId, regionId } = application;
    if (!takesPayments(application.state)) throw new Refused('LENDING_CLOSED', '这笔贷款已结清，不能再改账户');
    const given = sealableAccount(account);
    if (!given.ok) throw new Refused('LENDING_ACCOUNT_WRONG', undefined, { account: given.message });
    const card = (await bankCardsOf(call, applicationId)).find(({ id }) => id === evidence);
    if (!card)
      throw new Refused('LENDING_ACCOUNT_WRONG', '请刷新后选择借款人现在的银行卡复印件', { evidence: '请选择依据' });
    await keepEvidence(call, applicationId, card);
    const { plain, masked: accountMasked } = given.value;
    await call.db
      .updateTable('loan')
      .set({
        payee_zh: payeeZh,
        account_sealed: seal(plain, call.home.keys[0], loanAccountPlace(applicationId)),
        account_masked: accountMasked,
      })
      .where('id', '=', applicationId)
      .execute();
    await audit(call, `guaranteed-loan:${applicationId}`, 'lending/changeAccount', { evidence });
    const bankZh = application.organisationZh ?? '银行';
    const told = { applicationId, applicantId, regionId, bankZh, accountMasked };
    await emit(call, 'loan.accountChanged', `guaranteed-loan:${applicationId}`, told);
    return presentLoan(call, applicationId);
  },
);
