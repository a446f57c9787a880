import { anyOf, cityOnly, defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';
import { here } from '../kernel/sample-cast';
import { type LateContest, letsIn, looksAtLate } from './late/who';
import { sampleSubject } from './sample-subject';
import type { EntrySubject } from './subject';
import { belongs, byEditor, byHelper, byLeader, involved, localStaff, staffReads } from './who';

const writes = anyOf(byEditor, byHelper);
const servesSomewhere = anyOf(holdsAnywhere('regionStaff'), holdsAnywhere('regionLead'));

export const entryAccess = defineAccess<EntrySubject>(sampleSubject)('entry', {
  mine: signedIn,
  inEdition: anyOf(cityOnly, holdsAnywhere('auditor')),
  start: signedIn,
  get: anyOf(involved, byHelper),
  takeRules: writes,
  saveSection: writes,
  changeContest: byLeader,
  giveConsents: byLeader,
  inviteMember: byLeader,
  invitation: signedIn,
  joinTeam: signedIn,
  consentAsMember: belongs,
  removeMember: byLeader,
  leaveTeam: belongs,
  beginUpload: writes,
  finishUpload: writes,
  cancelUpload: writes,
  removeMaterial: writes,
  openMaterial: anyOf(involved, byHelper, staffReads),
  submit: byLeader,
  resubmit: byLeader,
  recall: byLeader,
  withdraw: byLeader,
  deleteDraft: anyOf(byLeader, byHelper),
  receipt: anyOf(involved, staffReads),
  status: involved,
  lateChoices: looksAtLate,
  lateCodes: looksAtLate,
  seeLateCode: signedIn,
  startLate: signedIn,
  admitLate: byLeader,
  counterDrafts: servesSomewhere,
  seeCounterCode: signedIn,
  confirmCounter: signedIn,
});

export const lateAccess = defineAccess<LateContest>({ regionId: here, leadsMay: true })('entry', {
  makeLateCode: letsIn,
  voidLateCode: letsIn,
});

/** A draft that `staffHelper` began at the counter and nobody has confirmed. */
const counterSample: EntrySubject = { ...sampleSubject, state: 'draft', leaderId: null };

/** What staff do at the counter with a draft of theirs, and where they begin one. */
export const counterAccess = defineAccess<EntrySubject>(counterSample)('entry', {
  counterDraft: byHelper,
  showCounterCode: byHelper,
  recordSignedForm: byHelper,
});
export const counterPlaceAccess = defineAccess<{ regionId: string }>({ regionId: here })('entry', {
  beginCounter: localStaff,
});
