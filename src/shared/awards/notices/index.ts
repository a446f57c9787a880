import type { AnyNotice } from '../../kernel/define-notice';
import { awardClaimRefused } from './award-claim-refused';
import { awardClaimRevoked } from './award-claim-revoked';

/** Every notice of the area: one file a notice, one line here. That a claim is confirmed is told with what it opens (`award.passport`). */
export const awardsNotices: readonly AnyNotice[] = [awardClaimRefused, awardClaimRevoked];
