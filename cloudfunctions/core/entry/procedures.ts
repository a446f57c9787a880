import type { entryContract } from '@shared/entry/contract';
import type { Procedures } from '../procedure';
import { beginUpload } from './begin-upload';
import { cancelUpload } from './cancel-upload';
import { changeContest } from './change-contest';
import { consentAsMember } from './consent-as-member';
import { deleteDraft } from './delete-draft';
import { leaveTeam, removeMember } from './end-membership';
import { finishUpload } from './finish-upload';
import { get } from './get';
import { giveConsents } from './give-consents';
import { invitation } from './invitation';
import { inviteMember } from './invite-member';
import { joinTeam } from './join-team';
import { mine } from './mine';
import { openMaterial } from './open-material';
import { recall, withdraw } from './recall';
import { receipt } from './receipt';
import { removeMaterial } from './remove-material';
import { saveSection } from './save-section';
import { start } from './start';
import { status } from './status';
import { resubmit, submit } from './submit';

export const entryProcedures: Procedures<typeof entryContract> = {
  mine,
  start,
  get,
  saveSection,
  changeContest,
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
