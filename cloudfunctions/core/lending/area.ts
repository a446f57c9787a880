import { lendingAccess, loanAccess } from '@shared/lending/access';
import type { lendingContract } from '@shared/lending/contract';
import { lendingNotices } from '@shared/lending/notices';
import type { Area } from '../line/area';
import { lendingAudiences } from './audiences';
import { lendingPersonal } from './personal';
import { loan, loans } from './present';
import { remindDue } from './remind';
import { addRepayment, changeAccount, voidRepayment } from './repayments';
import { importRepayments } from './sheet';
import { draftStatements, sendStatements, statements } from './statements';
import { lendingTodos } from './todos';
import { loanAccountPlace } from './works';

export const lendingArea: Area<'lending', typeof lendingContract> = {
  name: 'lending',
  access: { ...loanAccess.table, ...lendingAccess.table },
  procedures: { loan, loans, addRepayment, voidRepayment, changeAccount, importRepayments, statements, sendStatements },
  todos: lendingTodos,
  jobs: [
    { name: 'draftStatements', run: draftStatements },
    { name: 'remindDue', run: remindDue },
  ],
  notices: lendingNotices,
  audiences: lendingAudiences,
  personal: lendingPersonal,
  tables: ['loan', 'loan_repayment', 'loan_statement'],
  reads: { people: ['organisation'], benefits: ['application'] },
  sealed: [
    { table: 'loan', column: 'account_sealed', key: { id: 'uuid' }, place: ({ id }) => loanAccountPlace(String(id)) },
  ],
};
