import type { AnyNotice } from '../../kernel/define-notice';
import { contentJudged } from './content-judged';
import { feedbackAnswered } from './feedback-answered';
import { feedbackSent } from './feedback-sent';
import { grantGiven } from './grant-given';
import { grantGivenCity } from './grant-given-city';
import { grantGivenGiver } from './grant-given-giver';
import { grantRevoked } from './grant-revoked';
import { openingsAlarm } from './openings-alarm';

/** Every notice of the area: one file a notice, one line here. */
export const peopleNotices: readonly AnyNotice[] = [
  feedbackAnswered,
  feedbackSent,
  openingsAlarm,
  grantGiven,
  grantGivenGiver,
  grantGivenCity,
  grantRevoked,
  contentJudged,
];
