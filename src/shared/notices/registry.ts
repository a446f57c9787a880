import { draftDeleted } from './kinds/draft-deleted';
import { entryApproved } from './kinds/entry-approved';
import { entryClaimed } from './kinds/entry-claimed';
import { entryExpired } from './kinds/entry-expired';
import { entryExpiredStaff } from './kinds/entry-expired-staff';
import { entryRecalled } from './kinds/entry-recalled';
import { entryRecalledStaff } from './kinds/entry-recalled-staff';
import { entryRejected } from './kinds/entry-rejected';
import { entryReopened } from './kinds/entry-reopened';
import { entryResubmitted } from './kinds/entry-resubmitted';
import { entryResubmittedStaff } from './kinds/entry-resubmitted-staff';
import { entryReturned } from './kinds/entry-returned';
import { entrySubmitted } from './kinds/entry-submitted';
import { entrySubmittedStaff } from './kinds/entry-submitted-staff';
import { entryTransferred } from './kinds/entry-transferred';
import { entryTransferredStaff } from './kinds/entry-transferred-staff';
import { entryWithdrawn } from './kinds/entry-withdrawn';
import { entryWithdrawnClaimant } from './kinds/entry-withdrawn-claimant';
import { entryWithdrawnStaff } from './kinds/entry-withdrawn-staff';
import { feedbackAnswered } from './kinds/feedback-answered';
import { feedbackSent } from './kinds/feedback-sent';
import { openingsAlarm } from './kinds/openings-alarm';
import { phaseClosed } from './kinds/phase-closed';
import { phaseOpened } from './kinds/phase-opened';
import { teamConfirmed } from './kinds/team-confirmed';
import { teamJoined } from './kinds/team-joined';
import { teamJoinedMember } from './kinds/team-joined-member';
import { teamLeft } from './kinds/team-left';
import { teamRemoved } from './kinds/team-removed';
import type { Notice } from './notice';

/** Every notice there is: one file a notice, one line here. */
export const notices: readonly Notice[] = [
  draftDeleted,
  entryApproved,
  entryClaimed,
  entryExpired,
  entryExpiredStaff,
  entryRecalled,
  entryRecalledStaff,
  entryRejected,
  entryReopened,
  entryResubmitted,
  entryResubmittedStaff,
  entryReturned,
  entrySubmitted,
  entrySubmittedStaff,
  entryTransferred,
  entryTransferredStaff,
  entryWithdrawn,
  entryWithdrawnClaimant,
  entryWithdrawnStaff,
  feedbackAnswered,
  feedbackSent,
  openingsAlarm,
  phaseClosed,
  phaseOpened,
  teamConfirmed,
  teamJoined,
  teamJoinedMember,
  teamLeft,
  teamRemoved,
];

/** The notices that an event gives rise to; none means that nobody is told. */
export const noticesOf = (event: string): readonly Notice[] => notices.filter((notice) => notice.event === event);
