import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { reviews, staffReads } from '../entry/who';
import { anyone, cityOnly, defineAccess, signedIn } from '../kernel/define-access';
import type { PolicyDraftSubject } from './drafts/subject';
import { publishes, readsLibrary } from './drafts/who';

export const policiesAccess = defineAccess<unknown>()('policies', {
  list: anyone,
  get: anyone,
  check: anyone,
  // One's own, by whoever calls.
  myFacts: signedIn,
  declareFacts: signedIn,
  withdrawFact: signedIn,
  mine: signedIn,
  printed: signedIn,
  seen: signedIn,
  opened: signedIn,
  library: readsLibrary,
  history: readsLibrary,
  told: readsLibrary,
  startDraft: cityOnly,
  takeOverShipped: cityOnly,
  confirmVersion: cityOnly,
});

/** By it the permission matrix asks who may. */
const sampleDraft: PolicyDraftSubject = {
  policyDraftId: 'draft',
  code: 'training',
  title: '定制化创业培训',
  state: 'proposed',
  version: 2,
  madeBy: 'proposer',
  proposedBy: 'proposer',
  secondNeeded: true,
};

export const policyDraftAccess = defineAccess<PolicyDraftSubject>(sampleDraft)('policies', {
  draft: readsLibrary,
  draftPart: readsLibrary,
  previewDraft: readsLibrary,
  draftReach: readsLibrary,
  saveDraftPart: cityOnly,
  proposeDraft: cityOnly,
  sendBackDraft: cityOnly,
  publishDraft: publishes,
  discardDraft: cityOnly,
});

/** What staff know of the person who leads an entry: by the entry that they review. */
export const applicantAccess = defineAccess<EntrySubject>(sampleSubject)('policies', {
  factsOf: staffReads,
  answersFor: staffReads,
  checkFact: reviews,
});
