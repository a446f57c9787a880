import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { reviews, staffReads } from '../entry/who';
import { anyone, defineAccess, signedIn } from '../kernel/define-access';

export const policiesAccess = defineAccess<unknown>()('policies', {
  list: anyone,
  get: anyone,
  check: anyone,
  // One's own, by whoever calls.
  myFacts: signedIn,
  declareFacts: signedIn,
  withdrawFact: signedIn,
  mine: signedIn,
  seen: signedIn,
});

/** What staff know of the person who leads an entry: by the entry that they review. */
export const applicantAccess = defineAccess<EntrySubject>(sampleSubject)('policies', {
  factsOf: staffReads,
  answersFor: staffReads,
  checkFact: reviews,
});
