import type { AnyNotice } from '../../kernel/define-notice';
import { awardCancelled } from './award-cancelled';
import { awardClaimRefused } from './award-claim-refused';
import { awardClaimRevoked } from './award-claim-revoked';
import { awardConfirmed } from './award-confirmed';
import { awardListProposed } from './award-list-proposed';
import { awardListSentBack } from './award-list-sent-back';

/** Every notice of the area: one file a notice, one line here. That an award is confirmed or a claim of it is told with what it opens (`award.passport`). */
export const awardsNotices: readonly AnyNotice[] = [
  awardConfirmed,
  awardCancelled,
  awardListProposed,
  awardListSentBack,
  awardClaimRefused,
  awardClaimRevoked,
];
