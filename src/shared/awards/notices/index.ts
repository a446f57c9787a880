import type { AnyNotice } from '../../kernel/define-notice';
import { awardClaimRefused } from './award-claim-refused';
import { awardClaimRevoked } from './award-claim-revoked';
import { awardClaimed } from './award-claimed';

/** Every notice of the area: one file a notice, one line here. */
export const awardsNotices: readonly AnyNotice[] = [awardClaimed, awardClaimRefused, awardClaimRevoked];
