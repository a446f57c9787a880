import type { AnnouncementFacts, CompetitionEvents } from '../competition/events';
import type { NoticeOf } from '../kernel/define-notice';
import type { EntryEvents, MoveFacts, ReviewFacts, TeamFacts } from './events';

/**
 * Who is told. `helper` filled it in at the counter; `team` is the leader and all members; `member` the person whom a change of the team is about; `regionStaff` those with a live grant in
 * the region where the entry now stands, but for anyone who is or was on its team and for the one who acted; `members` those of a draft
 * that is gone. `concerned` are the teams of what is not over in a region (null: in all) and the staff there.
 */
export type EntryAudiences = {
  leader: { entryId: string };
  helper: { helperId: string };
  team: { entryId: string };
  member: { personId: string };
  claimant: { claimedBy: string | null; by: string | null };
  regionStaff: { entryId: string; regionId: string; by: string | null };
  members: { memberIds: readonly string[] };
  concerned: { editionId: string; regionId: string | null };
};

/** What happens to the frame is told to entrants from here, who are not known where it happens. */
type OfTheFrame = Pick<CompetitionEvents, 'announcement.published' | 'phase.moved' | 'reminder.due'>;

export type EntryNotice = NoticeOf<EntryEvents & OfTheFrame, EntryAudiences>;

/** An announcement as the sample of its notice tells of it. */
export const sampleAnnouncement: AnnouncementFacts = {
  announcementId: '01930000-0000-7000-8000-000000000003',
  editionId: 'LF-XH-2026',
  regionId: '141033',
  regionZh: '蒲县',
  title: '资格审核窗口周六上午开放',
  opening: '11月28日（周六）09:00 至 12:00，蒲县创业服务窗口照常收件。',
};

/** A move of an entry as the samples of notices tell of it: what its event carries and nothing more, since own words may say all of it. */
export const sampleEntry: MoveFacts = {
  entryId: '01930000-0000-7000-8000-000000000001',
  title: '蒲县山货直供',
  regionId: '141033',
  regionZh: '蒲县',
  by: null,
};

/** The same of a move that starts staff's clock. */
export const sampleReview: ReviewFacts = { ...sampleEntry, reviewDue: '2026-12-01' };

const li = '01930000-0000-7000-8000-000000000002';

/** A member who joins or says yes, as the samples tell of it. */
export const sampleMember: TeamFacts = {
  entryId: sampleEntry.entryId,
  title: sampleEntry.title,
  personId: li,
  memberZh: '李明',
  by: li,
};
