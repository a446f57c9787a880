import { financeAccess } from '@shared/finance/access';
import { financeContract } from '@shared/finance/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { type KeysetList, keysetPage } from '../platform/keyset-page';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';
import { resultOf } from './lines';

export type BatchHead = {
  id: string;
  reference: string;
  titleZh: string;
  sentAt: number;
  lines: number;
  sumFen: number;
  paid: number;
  failed: number;
};

const heads = (
  which: RawBuilder<unknown>,
) => sql<BatchHead>`select b.id, b.reference, b.title_zh as "titleZh", b.sent_at as "sentAt",
    s.lines, s.sum as "sumFen", s.paid, s.failed
  from payment_batch b cross join lateral (select count(*)::int as lines, coalesce(sum(l.amount_fen), 0)::bigint as sum,
    count(l.paid_on)::int as paid, count(l.failed_at)::int as failed from payment_line l where l.batch_id = b.id) s where ${which}`;

export const batchView = ({ id, sentAt, sumFen, lines, paid, failed, ...head }: BatchHead) => ({
  batchId: id,
  ...head,
  sentAt: toShanghai(sentAt),
  lines,
  sumFen: Number(sumFen),
  paid,
  failed,
  waiting: lines - paid - failed,
});

/** A batch by its id; a change locks it, so that two results of one line cannot both be written. */
export const batchOf: Load<{ batchId: string }, BatchHead> = async (call, { batchId }, lock) => {
  if (lock) await sql`select from payment_batch where id = ${batchId} for update`.execute(call.db);
  return (await heads(sql`b.id = ${batchId}`).execute(call.db)).rows[0] ?? null;
};

/** Lists that still wait for a result, the oldest first. */
export const waitingBatches = async (call: Call, limit: number): Promise<BatchHead[]> =>
  (
    await heads(sql`b.id in (select f.id from payment_batch f
        where exists (select from payment_line l where l.batch_id = f.id and l.paid_on is null and l.failed_at is null)
        order by f.sent_at, f.id limit ${sql.lit(limit)}) order by b.sent_at, b.id`).execute(call.db)
  ).rows;

const recordsResults = (call: Call): boolean => financeAccess.decide('markPaid', call.actor, undefined).ok;

export const batches = procedure(financeContract.batches, noSubject, async (call, { cursor }) => {
  const { rows, next } = await keysetPage<BatchHead>(call, {
    filter: { list: 'finance/batches' },
    cursor,
    sort: ({ sentAt }) => sentAt,
    fits: (value) => typeof value === 'number',
    read: async (place, limit) =>
      (
        await heads(
          sql`${place === null ? sql`true` : sql`(b.sent_at, b.id) < (${at(Number(place.value))}, ${place.id})`}
            order by b.sent_at desc, b.id desc limit ${sql.lit(limit)}`,
        ).execute(call.db)
      ).rows,
  });
  return { records: recordsResults(call), items: rows.map(batchView), next };
});

type LineRow = {
  id: string;
  payeeZh: string;
  uscc: string | null;
  accountMasked: string;
  amountFen: number;
  itemZh: string;
  aboutZh: string | null;
  again: boolean;
  result: 'waiting' | 'paid' | 'failed';
  paidOn: string | null;
  failureZh: string | null;
};

/** What could not be paid first, then what waits: in the order in which they were handed in. */
const readLines =
  (call: Call, batchId: string): KeysetList<LineRow>['read'] =>
  async (place, limit) =>
    (
      await sql<LineRow>`select l.id, l.payee_zh as "payeeZh", l.uscc, l.account_masked as "accountMasked", l.amount_fen as "amountFen",
          l.item_zh as "itemZh", l.about_zh as "aboutZh", l.again, ${resultOf} as result, l.paid_on as "paidOn", l.failure_zh as "failureZh"
        from payment_line l where l.batch_id = ${batchId} and ${place === null ? sql`true` : sql`l.id > ${place.id}`}
        order by l.id limit ${sql.lit(limit)}`.execute(call.db)
    ).rows;

export const batch = procedure(financeContract.batch, batchOf, async (call, { cursor }, head) => {
  const { rows, next } = await keysetPage<LineRow>(call, {
    filter: { list: 'finance/batch', batchId: head.id },
    cursor,
    sort: () => null,
    fits: (value) => value === null,
    read: readLines(call, head.id),
  });
  return {
    ...batchView(head),
    records: recordsResults(call),
    items: rows.map(({ id, amountFen, ...line }) => ({ lineId: id, amountFen: Number(amountFen), ...line })),
    next,
  };
});
