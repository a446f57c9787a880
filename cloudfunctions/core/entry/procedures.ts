import type { entryContract } from '@shared/entry/contract';
import type { Procedures } from '../rpc/procedure';
import { beginCounter, counterDrafts } from './counter/begin-counter';
import { confirmCounter, seeCounterCode } from './counter/confirm-counter';
import { counterDraft, recordSignedForm, showCounterCode } from './counter/hand-over';
import { beginUpload, cancelUpload, finishUpload, openMaterial, removeMaterial } from './files/materials';
import { giveConsents } from './form/give-consents';
import { saveSection } from './form/save-section';
import { lateCodes } from './late/list-late-codes';
import { lateChoices, makeLateCode, voidLateCode } from './late/make-late-code';
import { admitLate, seeLateCode, startLate } from './late/use-late-code';
import { changeContest } from './lifetime/change-contest';
import { deleteDraft } from './lifetime/delete-draft';
import { recall, withdraw } from './lifetime/recall';
import { start } from './lifetime/start';
import { resubmit, submit } from './lifetime/submit';
import { consentAsMember } from './team/consent-as-member';
import { leaveTeam, removeMember } from './team/end-membership';
import { invitation } from './team/invitation';
import { inviteMember } from './team/invite-member';
import { joinTeam } from './team/join-team';
import { get, takeRules } from './views/get';
import { inEdition } from './views/in-edition';
import { mine } from './views/mine';
import { receipt } from './views/receipt';
import { status } from './views/status';

export const entryProcedures: Procedures<typeof entryContract> = {
  mine,
  inEdition,
  start,
  get,
  takeRules,
  saveSection,
  changeContest,
  counterDrafts,
  beginCounter,
  counterDraft,
  showCounterCode,
  recordSignedForm,
  seeCounterCode,
  confirmCounter,
  lateChoices,
  makeLateCode,
  lateCodes,
  voidLateCode,
  seeLateCode,
  startLate,
  admitLate,
  giveConsents,
  inviteMember,
  invitation,
  joinTeam,
  consentAsMember,
  removeMember,
  leaveTeam,
  beginUpload,
  finishUpload,
  cancelUpload,
  removeMaterial,
  openMaterial,
  submit,
  resubmit,
  recall,
  withdraw,
  deleteDraft,
  receipt,
  status,
};
