import { formatYuan } from '@shared/kernel/money';
import { addDays } from '@shared/kernel/shanghai';
import { formatDayZh } from '../../../client/day-words';
import type { LoanView } from './loan-view';

type Statement = NonNullable<LoanView['statements']>[number];

/** The days of whose interest a statement speaks: a period that ends behind the quarter is the next one's. */
export const daysZh = ({ from, days }: Pick<Statement, 'from' | 'days'>): string =>
  `${formatDayZh(from)}至${formatDayZh(addDays(from, Math.max(0, days - 1)))}，${days} 天`;

/** What a statement pays, or takes back of what an earlier one paid too much. */
export const amountZhOf = ({ amountFen, corrects }: Pick<Statement, 'amountFen' | 'corrects'>): string =>
  `${amountFen < 0 ? '扣回以前多付的' : '贴息'} ${formatYuan(Math.abs(amountFen))} 元${corrects ? '（更正）' : ''}`;

/** How its payment stands. */
export function paymentZh({ amountFen, checkedAt, payment }: Statement): string {
  if (payment?.result === 'paid') return amountFen < 0 ? '已扣回' : '已拨付';
  if (payment?.result === 'failed') return '没付成';
  if (checkedAt === null) return '待核对';
  return amountFen === 0 ? '无需拨付' : '财政办理中';
}
