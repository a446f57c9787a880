import { financeContract } from '@shared/finance/contract';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { open } from '../platform/crypto/seal';
import { countOpening } from '../platform/sealed-openings';
import { csvOf } from '../platform/sheets/csv';
import type { Call } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { batchOf } from './batches';
import { accountPlace } from './lines';
import { batchOfLine } from './settle';

type Line = {
  id: string;
  payeeZh: string;
  uscc: string | null;
  account: string;
  amountFen: number;
  itemZh: string;
  aboutZh: string | null;
};

const linesOf = async (call: Call, batchId: string): Promise<Line[]> =>
  (
    await sql<Line>`select id, payee_zh as "payeeZh", uscc, account_sealed as account, amount_fen as "amountFen", item_zh as "itemZh",
        about_zh as "aboutZh"
      from payment_line where batch_id = ${batchId} order by id`.execute(call.db)
  ).rows;

const head = ['序号', '收款户名', '统一社会信用代码', '收款账号', '金额（元）', '事项', '说明'];

/** The whole list with open accounts, to pay by: one act, audited with how many accounts it opened. */
export const downloadBatch = procedure(financeContract.downloadBatch, batchOf, async (call, _input, batch) => {
  const lines = await linesOf(call, batch.id);
  const rows = lines.map(({ id, payeeZh, uscc, account, amountFen, itemZh, aboutZh }, i) => [
    i + 1,
    payeeZh,
    uscc ?? '',
    // A tab in front keeps a spreadsheet from rounding a long number.
    `\t${open(account, call.home.keys, accountPlace(id))}`,
    Number(amountFen) / 100,
    itemZh,
    aboutZh ?? '',
  ]);
  await audit(call, `payment_batch:${batch.id}`, 'finance/downloadBatch', { lines: lines.length });
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
