import type { AnyNotice } from '../../kernel/define-notice';
import { announcementPublished } from './announcement-published';
import { draftDeleted } from './draft-deleted';
import { entryApproved } from './entry-approved';
import { entryClaimed } from './entry-claimed';
import { entryConfirmed } from './entry-confirmed';
import { entryExpired } from './entry-expired';
import { entryExpiredStaff } from './entry-expired-staff';
import { entryRecalled } from './entry-recalled';
import { entryRecalledStaff } from './entry-recalled-staff';
import { entryRejected } from './entry-rejected';
import { entryReopened } from './entry-reopened';
import { entryResubmitted } from './entry-resubmitted';
import { entryResubmittedStaff } from './entry-resubmitted-staff';
import { entryReturnRecalled } from './entry-return-recalled';
import { entryReturned } from './entry-returned';
import { entrySubmitted } from './entry-submitted';
import { entrySubmittedStaff } from './entry-submitted-staff';
import { entryTransferred } from './entry-transferred';
import { entryTransferredStaff } from './entry-transferred-staff';
import { entryWithdrawn } from './entry-withdrawn';
import { entryWithdrawnClaimant } from './entry-withdrawn-claimant';
import { entryWithdrawnStaff } from './entry-withdrawn-staff';
import { phaseMoved } from './phase-moved';
import { consentPending } from './reminders/consent-pending';
import { correctionDueSoon } from './reminders/correction-due-soon';
import { draftClosing } from './reminders/draft-closing';
import { consentWithdrawn } from './team/consent-withdrawn';
import { teamConfirmed } from './team/team-confirmed';
import { teamJoined } from './team/team-joined';
import { teamJoinedMember } from './team/team-joined-member';
import { teamLeft } from './team/team-left';
import { teamRemoved } from './team/team-removed';

/** Every notice of the area: one file a notice, one line here. */
export const entryNotices: readonly AnyNotice[] = [
  announcementPublished,
  consentWithdrawn,
  consentPending,
  correctionDueSoon,
  draftClosing,
  draftDeleted,
  entryApproved,
  entryClaimed,
  entryConfirmed,
  entryExpired,
  entryExpiredStaff,
  entryRecalled,
  entryRecalledStaff,
  entryRejected,
  entryReopened,
  entryResubmitted,
  entryResubmittedStaff,
  entryReturned,
  entryReturnRecalled,
  entrySubmitted,
  entrySubmittedStaff,
  entryTransferred,
  entryTransferredStaff,
  entryWithdrawn,
  entryWithdrawnClaimant,
  entryWithdrawnStaff,
  phaseMoved,
  teamConfirmed,
  teamJoined,
  teamJoinedMember,
  teamLeft,
  teamRemoved,
];
