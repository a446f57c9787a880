import * as z from 'zod/mini';
import { change, count, cursor, date, instant, read, text, uuid } from '../kernel/contract';

/** In fen; below nothing where a line takes back what an earlier one paid too much. */
const fen = z.int();

/** A list of payments as it was handed to finance. */
const batchHead = z.object({
  batchId: uuid,
  reference: z.string(),
  titleZh: z.string(),
  sentAt: instant,
  lines: count,
  sumFen: fen,
  paid: count,
  failed: count,
  waiting: count,
});

/** One payment. The account is covered; its opening is logged. */
const paymentLine = z.object({
  lineId: uuid,
  payeeZh: z.string(),
  uscc: z.nullable(z.string()),
  accountMasked: z.string(),
  amountFen: fen,
  itemZh: z.string(),
  /** What else finance may know of it: the award. */
  aboutZh: z.nullable(z.string()),
  /** It stands in place of one that could not be paid. */
  again: z.boolean(),
  result: z.enum(['waiting', 'paid', 'failed']),
  paidOn: z.nullable(date),
  failureZh: z.nullable(z.string()),
});

/** Its reader takes the list to pay by, opens accounts and writes results down; others look on. */
const records = z.boolean();

const byBatch = z.object({ batchId: uuid });
const outdated = { CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } };
const settledAlready = { FINANCE_SETTLED: { status: 422, message: '这笔已经登记过结果，请刷新后再看' } };

export const financeContract = {
  /** The newest first. */
  batches: read
    .input(z.object({ cursor }))
    .errors(outdated)
    .output(z.object({ records, items: z.array(batchHead), next: z.nullable(z.string()) })),
  batch: read
    .input(z.object({ batchId: uuid, cursor }))
    .errors(outdated)
    .output(z.object({ ...batchHead.shape, records, items: z.array(paymentLine), next: z.nullable(z.string()) })),
  /** The list as a file that spreadsheets open, with whole accounts: to be paid by. Every download is logged. */
  downloadBatch: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(byBatch)
    .output(z.object({ name: z.string(), base64: z.string() })),
  revealAccount: change
    .meta({ change: true, answersAnew: true, watched: 'staff' })
    .input(z.object({ lineId: uuid }))
    .errors({ PEOPLE_OPENINGS_SPENT: { status: 422, message: '今天查看个人信息已达上限，请明天再看' } })
    .output(z.object({ value: z.string() })),
  /** Writes down that lines were paid on a day; of a batch all that wait, where none is named. */
  markPaid: change
    .input(z.object({ batchId: uuid, lineIds: z.array(uuid).check(z.maxLength(500)), paidOn: date }))
    .errors({
      ...settledAlready,
      FINANCE_NOT_YET: { status: 422, message: '付款日期不能晚于今天，也不能早于送达当天' },
    })
    .output(batchHead),
  /** Writes down that a line could not be paid, and why: its office mends it and hands it in again with a later list. */
  markFailed: change
    .input(z.object({ lineId: uuid, reason: text(200) }))
    .errors({ ...settledAlready, FINANCE_REASON_MISSING: { status: 422, message: '请写明没有付成的原因' } })
    .output(batchHead),
};
