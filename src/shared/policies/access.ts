import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { reviews, staffReads } from '../entry/who';
import { anyOf, anyone, cityOnly, defineAccess, rule, signedIn } from '../kernel/define-access';
import { cast } from '../kernel/sample-cast';
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

/** A fact that staff checked, by an entry of whom it is about. */
export type FactSubject = EntrySubject & { personId: string };

export const ofOneself = rule<FactSubject>('情况的本人', (actor, fact) => fact.personId === actor.personId, {
  code: 'POLICIES_NOT_YOURS',
  reason: '没有找到这份文件',
  hidden: true,
});

export const factFileAccess = defineAccess<FactSubject>({ ...sampleSubject, personId: cast.leader })('policies', {
  beginFactFile: reviews,
  finishFactFile: reviews,
  cancelFactFile: reviews,
  openFactFile: anyOf(staffReads, ofOneself),
});
