import { addDays, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import type { PaymentLine } from '../../finance/lines';
import { accountPlace } from '../../finance/lines';
import { seal } from '../../platform/crypto/seal';
import { at } from '../../platform/schema';
import { personaId } from '../personas';
import type { Player } from '../player';
import { workedBy } from './days';
import { insertAll } from './insert-files';

/** How a line of a list came out; null: finance has not said yet. `on`: the day of the payment, or on which it came back. */
export type Result = { on: string; failureZh?: string } | null;

/** A list of payments of the demo, with what came of each line. */
export type Sending = {
  sourceKind: string;
  titleZh: string;
  sentAt: number;
  /** Null: the clock. */
  sentBy: string | null;
  lines: ReadonlyArray<PaymentLine & { result: Result }>;
};

/** So many days after a list was sent finance pays it: a worked day. */
export const paidOnOf = (sentAt: number, days = 5): string => workedBy(addDays(shanghaiDate(sentAt), days));

/** Writes lists in the order in which they were sent, numbered without gaps in a year as finance numbers them. */
export async function insertSendings(
  { home }: Player,
  sendings: readonly Sending[],
  newId: (ms: number) => string,
): Promise<Map<string, number>> {
  const { db, keys } = home;
  const numbers = new Map<string, number>();
  const batches = [...sendings]
    .sort((a, b) => a.sentAt - b.sentAt)
    .map((sending) => {
      const year = toShanghai(sending.sentAt).slice(0, 4);
      const n = (numbers.get(`payments:${year}`) ?? 0) + 1;
      numbers.set(`payments:${year}`, n);
      return { sending, id: newId(sending.sentAt), reference: `FK${year}-${String(n).padStart(4, '0')}` };
    });
  await insertAll(
    db,
    'payment_batch',
    batches.map(({ id, reference, sending }) => ({
      id,
      reference,
      source_kind: sending.sourceKind,
      title_zh: sending.titleZh,
      sent_at: at(sending.sentAt),
      sent_by: sending.sentBy,
    })),
  );
  await insertAll(
    db,
    'payment_line',
    batches.flatMap(({ id: batchId, sending }) =>
      sending.lines.map((line) => {
        const id = newId(sending.sentAt);
        const { result } = line;
        const failed = result?.failureZh;
        return {
          id,
          batch_id: batchId,
          source_kind: sending.sourceKind,
          source_id: line.sourceId,
          person_id: line.personId,
          payee_zh: line.payeeZh,
          uscc: line.uscc,
          account_sealed: seal(line.account.plain, keys[0], accountPlace(id)),
          account_masked: line.account.masked,
          amount_fen: line.amountFen,
          item_zh: line.itemZh,
          about_zh: line.aboutZh,
          again: line.again,
          paid_on: result && failed === undefined ? result.on : null,
          failed_at: result && failed !== undefined ? at(Date.parse(`${result.on}T10:00:00+08:00`)) : null,
          failure_zh: failed ?? null,
          settled_by: result ? personaId('finance') : null,
        };
      }),
    ),
  );
  return numbers;
}
