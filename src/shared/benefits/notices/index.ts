import type { AnyNotice } from '../../kernel/define-notice';
import { applicationAwardLostDesk } from './application-award-lost-desk';
import { applicationDecided } from './application-decided';
import { applicationExpired } from './application-expired';
import { applicationLapsing } from './application-lapsing';
import { applicationOverdueDesk } from './application-overdue-desk';
import { applicationPassedOn } from './application-passed-on';
import { applicationPassedOnDesk } from './application-passed-on-desk';
import { applicationReturned } from './application-returned';
import { applicationSubmitted } from './application-submitted';
import { applicationSubmittedDesk } from './application-submitted-desk';
import { applicationSuppliedDesk } from './application-supplied-desk';
import { loanDisbursed } from './loan-disbursed';
import { loanDisbursedDesk } from './loan-disbursed-desk';
import { loanSettled } from './loan-settled';
import { loanSettledDesk } from './loan-settled-desk';
import { loanToSign } from './loan-to-sign';
import { subsidyFailed } from './subsidy-failed';
import { subsidyFailedDesk } from './subsidy-failed-desk';
import { subsidyListed } from './subsidy-listed';
import { subsidyPaid } from './subsidy-paid';

/** Every notice of the area: one file a notice, one line here. */
export const benefitsNotices: readonly AnyNotice[] = [
  applicationSubmitted,
  applicationSubmittedDesk,
  applicationReturned,
  applicationLapsing,
  applicationOverdueDesk,
  applicationPassedOn,
  applicationPassedOnDesk,
  applicationSuppliedDesk,
  applicationDecided,
  applicationExpired,
  applicationAwardLostDesk,
  loanToSign,
  loanDisbursed,
  loanDisbursedDesk,
  loanSettled,
  loanSettledDesk,
  subsidyListed,
  subsidyPaid,
  subsidyFailed,
  subsidyFailedDesk,
];
