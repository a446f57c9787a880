import { allOf, anyOf, cityOnly, holdsAnywhere, rule } from '../../kernel/define-access';
import type { PolicyDraftSubject } from './subject';

/** The city's staff write and publish policies; the supervisor reads. */
export const readsLibrary = anyOf(cityOnly, holdsAnywhere('auditor'));

const mayBeSecond = rule<PolicyDraftSubject>(
  '不是送签人（一人发布的除外）',
  (actor, { secondNeeded, proposedBy }) => !secondNeeded || proposedBy !== actor.personId,
  { code: 'POLICY_DRAFT_OWN', reason: '您送签的政策要由另一位市级统筹人员发布' },
);
/** Whoever publishes is not who proposed, unless the edition lets one person do both. */
export const publishes = allOf(cityOnly, mayBeSecond);
