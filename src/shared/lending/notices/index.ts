import type { AnyNotice } from '../../kernel/define-notice';
import { loanAccountChanged } from './loan-account-changed';
import { loanAccountChangedDesk } from './loan-account-changed-desk';
import { loanOverdueSoon } from './loan-overdue-soon';
import { statementFailed } from './statement-failed';
import { statementPaid } from './statement-paid';
import { statementReady } from './statement-ready';
import { statementsDraftedBank } from './statements-drafted-bank';
import { statementsDraftedDesk } from './statements-drafted-desk';

/** Every notice of the area: one file a notice, one line here. */
export const lendingNotices: readonly AnyNotice[] = [
  statementsDraftedDesk,
  statementsDraftedBank,
  statementReady,
  statementPaid,
  statementFailed,
  loanOverdueSoon,
  loanAccountChanged,
  loanAccountChangedDesk,
];
