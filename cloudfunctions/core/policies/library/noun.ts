import type { Events } from '@shared/events';
import { policyDraftLifecycle } from '@shared/policies/drafts/lifecycle';
import type { PolicyDraftCommand, PolicyDraftState } from '@shared/policies/drafts/states';
import type { PolicyDraftSubject } from '@shared/policies/drafts/subject';
import type { PoliciesEvents } from '@shared/policies/events';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import type { Database } from '../../platform/schema';

type DraftEvent = 'policy.proposed' | 'policy.sentBack' | 'policy.published';

type PolicyDraftTypes = {
  state: PolicyDraftState;
  command: PolicyDraftCommand;
  subject: PolicyDraftSubject;
  event: DraftEvent;
  key: 'policyDraftId';
  columns: Updateable<Database['policy_draft']>;
  facts: { published: PoliciesEvents['policy.published'] };
};

/** Drafts of policies as the ground moves them. */
export const policyDraftNoun: Noun<PolicyDraftTypes> = {
  lifecycle: policyDraftLifecycle,
  table: 'policy_draft',
  key: 'policyDraftId',
  news: (event, { subject: { policyDraftId, title, proposedBy }, by, facts }) =>
    (event === 'policy.published'
      ? facts.published
      : {
          policyDraftId,
          title,
          proposedBy: event === 'policy.proposed' ? by : proposedBy,
        }) as Events[typeof event],
};
