import type { AnyNotice } from '../../kernel/define-notice';
import { applicationDecided } from './application-decided';
import { applicationExpired } from './application-expired';
import { applicationPassedOn } from './application-passed-on';
import { applicationReturned } from './application-returned';
import { applicationSubmitted } from './application-submitted';
import { applicationSubmittedDesk } from './application-submitted-desk';

/** Every notice of the area: one file a notice, one line here. */
export const benefitsNotices: readonly AnyNotice[] = [
  applicationSubmitted,
  applicationSubmittedDesk,
  applicationReturned,
  applicationPassedOn,
  applicationDecided,
  applicationExpired,
];
