import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { breaksUnique } from '../platform/broken-constraint';
import { nextNumber } from '../platform/counter';
import { seal } from '../platform/crypto/seal';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';

/** One payment as its area hands it in. The account comes open and is sealed for the line alone. */
export type PaymentLine = {
  /** What it is paid for: a statement, a subsidy; in at most one line that is paid or may be. */
  sourceId: string;
  /** Whose it is, where that is somebody with an account here. */
  personId: string | null;
  payeeZh: string;
  uscc: string | null;
  account: { plain: string; masked: string };
  /** In whole fen, never 0; below 0 where it takes back. */
  amountFen: number;
  itemZh: string;
  aboutZh: string | null;
  /** An earlier line of the same source could not be paid. */
  again: boolean;
};

export const accountPlace = (lineId: string): string => `payment_line:${lineId}:account`;

/**
 * Hands a list of payments to finance, in the caller's transaction: all of it or nothing. Answers its number.
 * Throws Refused FINANCE_ALREADY_SENT where a source is on a list already.
 */
export async function addLines(
  call: Call,
  { sourceKind, titleZh }: { sourceKind: string; titleZh: string },
  lines: readonly PaymentLine[],
): Promise<{ batchId: string; reference: string }> {
  if (lines.length === 0) throw new Error('A list of payments without a payment.');
  const batchId = call.newId();
  const year = toShanghai(call.now).slice(0, 4);
  const n = await nextNumber(call.db, `payments:${year}`);
  const reference = `FK${year}-${String(n).padStart(4, '0')}`;
  await call.db
    .insertInto('payment_batch')
    .values({
      id: batchId,
      reference,
      source_kind: sourceKind,
      title_zh: titleZh,
      sent_at: at(call.now),
      sent_by: call.actor?.personId ?? null,
    })
    .execute();
  const rows = lines.map(({ sourceId, personId, payeeZh, uscc, account, amountFen, itemZh, aboutZh, again }) => {
    const id = call.newId();
    return {
      id,
      batch_id: batchId,
      source_kind: sourceKind,
      source_id: sourceId,
      person_id: personId,
      payee_zh: payeeZh,
      uscc,
      account_sealed: seal(account.plain, call.home.keys[0], accountPlace(id)),
      account_masked: account.masked,
      amount_fen: amountFen,
      item_zh: itemZh,
      about_zh: aboutZh,
      again,
    };
  });
  try {
    await call.db.insertInto('payment_line').values(rows).execute();
  } catch (error) {
    if (!breaksUnique(error, 'payment_line_source')) throw error;
    throw new Refused('FINANCE_ALREADY_SENT', '其中有的已经送过财政，请刷新后再看');
  }
  await audit(call, `payment_batch:${batchId}`, 'finance/send', { reference, lines: rows.length });
  return { batchId, reference };
}

/** How a payment stands: on a list, paid, or come back with why. */
export type PaymentStand = {
  sourceId: string;
  reference: string;
  result: 'waiting' | 'paid' | 'failed';
  paidOn: string | null;
  failureZh: string | null;
};

/** The newest line of each of these sources. */
export async function paymentsOf(
  db: Call['db'],
  sourceKind: string,
  sourceIds: readonly string[],
): Promise<Map<string, PaymentStand>> {
  if (sourceIds.length === 0) return new Map();
  const { rows } = await sql<PaymentStand>`select distinct on (l.source_id) l.source_id as "sourceId", b.reference,
      ${resultOf} as result, l.paid_on as "paidOn", l.failure_zh as "failureZh"
    from payment_line l join payment_batch b on b.id = l.batch_id
    where l.source_kind = ${sourceKind} and l.source_id = any(${[...sourceIds]}::uuid[])
    order by l.source_id, l.id desc`.execute(db);
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** How a row `l` of `payment_line` stands. */
export const resultOf = sql<'waiting' | 'paid' | 'failed'>`case when l.paid_on is not null then 'paid'
  when l.failed_at is not null then 'failed' else 'waiting' end`;
