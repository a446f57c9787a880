import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { opensSealed, reopens, reviews, staffReads } from '../entry/who';
import { hasRole, servingRoles } from '../kernel/actor';
import { allOf, anyOf, defineAccess, holdsAnywhere, type Rule, rule } from '../kernel/define-access';
import { here } from '../kernel/sample-cast';

const [first, ...others] = servingRoles;
const readsSomewhere = anyOf(holdsAnywhere(first), ...others.map(holdsAnywhere));

/** A queue is asked for one region, or for all that the reader serves (null). */
const servesAsked: Rule<{ regionId: string | null }> = rule(
  '在所查县（市、区）任职',
  (actor, { regionId }) => regionId === null || servingRoles.some((role) => hasRole(actor, role, regionId)),
  { code: 'SCREENING_OTHER_REGION', reason: '您没有查看这个县（市、区）的权限' },
);

export const queueAccess = defineAccess<{ regionId: string | null }>({ regionId: here })('screening', {
  queue: allOf(readsSomewhere, servesAsked),
  neighbours: allOf(readsSomewhere, servesAsked),
});

export const searchAccess = defineAccess<unknown>()('screening', {
  // Of the regions that one serves, and of no other: the statement itself is cut from them.
  search: readsSomewhere,
});

export const batchAccess = defineAccess<unknown>()('screening', {
  // Each row of a batch is decided again by the rule of the single move; here only that the caller reviews anywhere.
  batchPreview: anyOf(holdsAnywhere('regionStaff'), holdsAnywhere('regionLead')),
  batchRun: anyOf(holdsAnywhere('regionStaff'), holdsAnywhere('regionLead')),
  settleBatch: anyOf(holdsAnywhere('regionStaff'), holdsAnywhere('regionLead')),
});

export const reviewAccess = defineAccess<EntrySubject>(sampleSubject)('screening', {
  review: staffReads,
  claim: reviews,
  release: reviews,
  markSection: reviews,
  markAll: reviews,
  return: reviews,
  approve: reviews,
  reject: reviews,
  transfer: reviews,
  reopen: reopens,
  recallReturn: reopens,
  addNote: reviews,
  recordChecks: reviews,
  beginCheckPicture: reviews,
  finishCheckPicture: reviews,
  cancelCheckPicture: reviews,
  openCheckPicture: staffReads,
  reveal: opensSealed,
});
