import { draftDeleted } from '../entry/notices/draft-deleted';
import { entryApproved } from '../entry/notices/entry-approved';
import { entryClaimed } from '../entry/notices/entry-claimed';
import { entryExpired } from '../entry/notices/entry-expired';
import { entryExpiredStaff } from '../entry/notices/entry-expired-staff';
import { entryRecalled } from '../entry/notices/entry-recalled';
import { entryRecalledStaff } from '../entry/notices/entry-recalled-staff';
import { entryRejected } from '../entry/notices/entry-rejected';
import { entryReopened } from '../entry/notices/entry-reopened';
import { entryResubmitted } from '../entry/notices/entry-resubmitted';
import { entryResubmittedStaff } from '../entry/notices/entry-resubmitted-staff';
import { entryReturned } from '../entry/notices/entry-returned';
import { entrySubmitted } from '../entry/notices/entry-submitted';
import { entrySubmittedStaff } from '../entry/notices/entry-submitted-staff';
import { entryTransferred } from '../entry/notices/entry-transferred';
import { entryTransferredStaff } from '../entry/notices/entry-transferred-staff';
import { entryWithdrawn } from '../entry/notices/entry-withdrawn';
import { entryWithdrawnClaimant } from '../entry/notices/entry-withdrawn-claimant';
import { entryWithdrawnStaff } from '../entry/notices/entry-withdrawn-staff';
import { feedbackAnswered } from '../people/notices/feedback-answered';
import { feedbackSent } from '../people/notices/feedback-sent';
import { openingsAlarm } from '../people/notices/openings-alarm';
import { phaseClosed } from '../competition/notices/phase-closed';
import { phaseOpened } from '../competition/notices/phase-opened';
import { teamConfirmed } from '../entry/notices/team-confirmed';
import { teamJoined } from '../entry/notices/team-joined';
import { teamJoinedMember } from '../entry/notices/team-joined-member';
import { teamLeft } from '../entry/notices/team-left';
import { teamRemoved } from '../entry/notices/team-removed';
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
