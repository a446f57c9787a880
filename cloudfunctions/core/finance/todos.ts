import { formatYuan } from '@shared/kernel/money';
import { link } from '@shared/routes';
import { clockOf, type TodoSource, todoOf } from '../cases/todo';
import { waitingBatches } from './batches';

/** Lists of payments that wait for a result. */
export const financeTodos: TodoSource[] = [
  {
    roles: ['financeClerk'],
    async read(call, _personId, today) {
      const waiting = await waitingBatches(call, 20);
      return {
        waitsForMe: waiting.map(({ id, reference, titleZh, sumFen, lines, paid, failed }) =>
          todoOf('payment_batch', id, {
            title: `付款清单 ${reference}`,
            detail: `${titleZh}，${lines} 笔 ${formatYuan(Number(sumFen))} 元，${lines - paid - failed} 笔没有登记结果`,
            link: link('staff/payments', { batchId: id }),
            ...clockOf(null, today),
          }),
        ),
      };
    },
  },
];
