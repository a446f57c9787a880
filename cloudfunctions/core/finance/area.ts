import { financeAccess } from '@shared/finance/access';
import type { financeContract } from '@shared/finance/contract';
import type { Area } from '../line/area';
import { downloadBatch, revealAccount } from './accounts';
import { batch, batches } from './batches';
import { accountPlace } from './lines';
import { financePersonal } from './personal';
import { markFailedWith, markPaidWith, type Settlers } from './settle';
import { financeTodos } from './todos';

/** The area with what the areas of what is paid for do with results. */
export function makeFinanceArea(settlers: Settlers): Area<'finance', typeof financeContract> {
  return {
    name: 'finance',
    access: financeAccess.table,
    procedures: {
      batches,
      batch,
      downloadBatch,
      revealAccount,
      markPaid: markPaidWith(settlers),
      markFailed: markFailedWith(settlers),
    },
    todos: financeTodos,
    personal: financePersonal,
    tables: ['payment_batch', 'payment_line'],
    sealed: [
      {
        table: 'payment_line',
        column: 'account_sealed',
        key: { id: 'uuid' },
        place: ({ id }) => accountPlace(String(id)),
      },
    ],
  };
}
