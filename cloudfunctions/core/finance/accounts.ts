import { financeContract } from '@shared/finance/contract';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { open } from '../platform/crypto/seal';
import { countOpening } from '../platform/sealed-openings';
import { csvOf } from '../platform/sheets/csv';
import type { Call } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { batchOf } from './batches';
import { accountPlace, resultOf } from './lines';
import { batchOfLine } from './settle';

type Line = {
  id: string;
  payeeZh: string;
  uscc: string | null;
  account: string;
  accountMasked: string;
  amountFen: number;
  itemZh: string;
  aboutZh: string | null;
  result: 'waiting' | 'paid' | 'failed';
  paidOn: string | null;
  failureZh: string | null;
};

const linesOf = async (call: Call, batchId: string): Promise<Line[]> =>
  (
    await sql<Line>`select l.id, l.payee_zh as "payeeZh", l.uscc, l.account_sealed as account, l.account_masked as "accountMasked",
        l.amount_fen as "amountFen", l.item_zh as "itemZh", l.about_zh as "aboutZh", ${resultOf} as result, l.paid_on as "paidOn",
        l.failure_zh as "failureZh"
      from payment_line l where l.batch_id = ${batchId} order by l.id`.execute(call.db)
  ).rows;

const head = ['序号', '收款户名', '统一社会信用代码', '收款账号', '金额（元）', '事项', '说明', '付款结果'];

/** What became of a line, so that a list that is downloaded again is not paid again. */
function resultZh({ result, paidOn, failureZh }: Line): string {
  switch (result) {
    case 'waiting':
      return '待付';
    case 'paid':
      return `已付 ${paidOn}`;
    case 'failed':
      return `没付成：${failureZh}`;
  }
}

/**
 * The whole list, to pay by: one act, audited with how many accounts it opened. Only what still waits has its account whole; what could not be paid
 * goes again with a later list.
 */
export const downloadBatch = procedure(financeContract.downloadBatch, batchOf, async (call, _input, batch) => {
  const lines = await linesOf(call, batch.id);
  // A tab in front keeps a spreadsheet from rounding a long number.
  const accountOf = ({ id, result, account, accountMasked }: Line) =>
    result === 'waiting' ? `\t${open(account, call.home.keys, accountPlace(id))}` : accountMasked;
  const rows = lines.map((line, i) => [
    i + 1,
    line.payeeZh,
    line.uscc ?? '',
    accountOf(line),
    Number(line.amountFen) / 100,
    line.itemZh,
    line.aboutZh ?? '',
    resultZh(line),
  ]);
  const opened = lines.filter(({ result }) => result === 'waiting').length;
  await audit(call, `payment_batch:${batch.id}`, 'finance/downloadBatch', { lines: opened });
  return {
    name: `付款清单_${batch.reference}.csv`,
    base64: csvOf([head, ...rows]).toString('base64'),
  };
});

/** One account, counted and logged as every opening of a sealed value is. */
export const revealAccount = procedure(financeContract.revealAccount, batchOfLine, async (call, { lineId }, { id }) => {
  const row = await call.db
    .selectFrom('payment_line')
    .select('account_sealed')
    .where('id', '=', lineId)
    .executeTakeFirstOrThrow();
  const subject = `payment_batch:${id}`;
  await countOpening(call, { subject, field: 'account', regionId: null });
  await audit(call, subject, 'finance/revealAccount', { lineId });
  return { value: open(row.account_sealed, call.home.keys, accountPlace(lineId)) };
});
