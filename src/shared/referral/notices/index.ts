import type { AnyNotice } from '../../kernel/define-notice';
import { referralAsked } from './referral-asked';
import { referralAwardLostOffice } from './referral-award-lost-office';
import { referralResult } from './referral-result';

/** Every notice of the area: one file a notice, one line here. */
export const referralNotices: readonly AnyNotice[] = [referralAsked, referralResult, referralAwardLostOffice];
