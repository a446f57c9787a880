import { anyOf, cityOnly, defineAccess, holdsAnywhere, signedIn } from '../kernel/define-access';
import { here } from '../kernel/sample-cast';
import { type LateContest, letsIn, looksAtLate } from './late/who';
import { sampleSubject } from './sample-subject';
import type { EntrySubject } from './subject';
import { belongs, byEditor, byLeader, involved, staffReads } from './who';

export const entryAccess = defineAccess<EntrySubject>(sampleSubject)('entry', {
  mine: signedIn,
  inEdition: anyOf(cityOnly, holdsAnywhere('auditor')),
  start: signedIn,
  get: involved,
  takeRules: byEditor,
  saveSection: byEditor,
  changeContest: byLeader,
  giveConsents: byLeader,
  inviteMember: byLeader,
  invitation: signedIn,
  joinTeam: signedIn,
  consentAsMember: belongs,
  removeMember: byLeader,
  leaveTeam: belongs,
  beginUpload: byEditor,
  finishUpload: byEditor,
  cancelUpload: byEditor,
  removeMaterial: byEditor,
  openMaterial: anyOf(involved, staffReads),
  submit: byLeader,
  resubmit: byLeader,
  recall: byLeader,
  withdraw: byLeader,
  deleteDraft: byLeader,
  receipt: anyOf(involved, staffReads),
  status: involved,
  lateChoices: looksAtLate,
  lateCodes: looksAtLate,
  seeLateCode: signedIn,
  startLate: signedIn,
  admitLate: byLeader,
});

export const lateAccess = defineAccess<LateContest>({ regionId: here, leadsMay: true })('entry', {
  makeLateCode: letsIn,
  voidLateCode: letsIn,
});
