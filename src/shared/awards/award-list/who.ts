import { allOf, anyOf, cityOnly, holdsAnywhere, rule } from '../../kernel/define-access';
import type { AwardListSubject } from './states';

/** The city's staff bring and confirm results; the supervisor reads. */
export const readsLists = anyOf(cityOnly, holdsAnywhere('auditor'));

const mayBeSecond = rule<AwardListSubject>(
  '不是送签人（一人确认的除外）',
  (actor, { secondNeeded, proposedBy }) => !secondNeeded || proposedBy !== actor.personId,
  { code: 'AWARD_LIST_OWN', reason: '您送签的名单要由另一位市级统筹人员确认' },
);

/** Whoever confirms is not who proposed, unless the edition lets one person do both. */
export const confirmsAwards = allOf(cityOnly, mayBeSecond);
