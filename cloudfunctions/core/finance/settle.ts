import { financeContract } from '@shared/finance/contract';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { type Load, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { type BatchHead, batchOf, batchView } from './batches';

/** What became of a payment. */
export type Settled = { sourceId: string; amountFen: number; paidOn: string | null; failureZh: string | null };

/** Kind of source → what its area does with results, in the transaction that writes them down. Areas hand theirs in where areas are assembled. */
export type Settlers = Readonly<Record<string, (call: Call, settled: readonly Settled[]) => Promise<void>>>;

type Written = Settled & { sourceKind: string; personId: string | null };

async function tell(call: Call, settlers: Settlers, batchId: string, written: readonly Written[]) {
  const [first] = written;
  if (first) await settlers[first.sourceKind]?.(call, written);
  const fresh = await batchOf(call, { batchId }, false);
  if (!fresh) throw new Error('A list of payments that was just settled is not there.');
  return batchView(fresh);
}

const returning = sql`returning source_kind as "sourceKind", source_id as "sourceId", amount_fen as "amountFen", paid_on as "paidOn",
  failure_zh as "failureZh", person_id as "personId"`;

/** Nobody says of what is paid to themselves that it was, or was not. */
function insistOthers(call: Call, written: readonly Written[]): void {
  if (written.some(({ personId }) => personId === me(call)))
    throw new Refused('FORBIDDEN', '其中有付给您本人的，应当回避，请交其他人员登记');
}

export const markPaidWith = (settlers: Settlers) =>
  procedure(financeContract.markPaid, batchOf, async (call, { lineIds, paidOn }, head) => {
    if (paidOn > shanghaiDate(call.now) || paidOn < shanghaiDate(head.sentAt))
      throw new Refused('FINANCE_NOT_YET', undefined, { paidOn: '付款日期不能晚于今天，也不能早于送达当天' });
    const which = lineIds.length === 0 ? sql`true` : sql`id = any(${[...lineIds]}::uuid[])`;
    const { rows } = await sql<Written>`update payment_line set paid_on = ${paidOn}, settled_by = ${me(call)}
      where batch_id = ${head.id} and paid_on is null and failed_at is null and ${which} ${returning}`.execute(call.db);
    if (rows.length === 0 || rows.length < new Set(lineIds).size) throw new Refused('FINANCE_SETTLED');
    insistOthers(call, rows);
    await audit(call, `payment_batch:${head.id}`, 'finance/paid', { lines: rows.length, paidOn });
    return tell(call, settlers, head.id, rows);
  });

/** The list of a line; a change locks it. */
export const batchOfLine: Load<{ lineId: string }, BatchHead & { lineId: string }> = async (call, { lineId }, lock) => {
  const line = await call.db.selectFrom('payment_line').select('batch_id').where('id', '=', lineId).executeTakeFirst();
  const head = line ? await batchOf(call, { batchId: line.batch_id }, lock) : null;
  return head && { ...head, lineId };
};

export const markFailedWith = (settlers: Settlers) =>
  procedure(financeContract.markFailed, batchOfLine, async (call, { reason }, head) => {
    if (isBlank(reason)) throw new Refused('FINANCE_REASON_MISSING', undefined, { reason: '请写明没有付成的原因' });
    const { rows } =
      await sql<Written>`update payment_line set failed_at = ${at(call.now)}, failure_zh = ${reason.trim()},
        settled_by = ${me(call)}
      where id = ${head.lineId} and paid_on is null and failed_at is null ${returning}`.execute(call.db);
    if (rows.length === 0) throw new Refused('FINANCE_SETTLED');
    insistOthers(call, rows);
    await audit(call, `payment_batch:${head.id}`, 'finance/failed', { lineId: head.lineId });
    return tell(call, settlers, head.id, rows);
  });
