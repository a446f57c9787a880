import type { NoticeOf } from '../kernel/define-notice';
import type { FeedbackFacts, GrantFacts, PeopleEvents } from './events';

/** `watchers`: those who answer for the city and those who look over everything, but for the one whom it is about. */
export type PeopleAudiences = {
  sender: { senderId: string };
  city: object;
  watchers: { personId: string };
  /** Who wrote what was judged. */
  writer: { personId: string; fieldZh: string };
  /** Whom a grant is given to or taken from; who gave it. */
  holder: { personId: string; grantId: string };
  giver: { giverId: string | null };
};

export type PeopleNotice = NoticeOf<PeopleEvents, PeopleAudiences>;

/** A letter as the samples of notices tell of it. */
export const sampleFeedback: FeedbackFacts = {
  feedbackId: '01930000-0000-7000-8000-000000000001',
  senderId: '01930000-0000-7000-8000-000000000002',
  kindZh: '投诉',
  dueDate: '2026-12-15',
};

/** A grant as the samples of notices tell of it. */
export const sampleGrant: GrantFacts = {
  grantId: '01930000-0000-7000-8000-000000000001',
  personId: '01930000-0000-7000-8000-000000000002',
  role: 'regionStaff',
  placeZh: '蒲县',
};

export const sampleGiven: PeopleEvents['grant.given'] = {
  ...sampleGrant,
  personZh: '审核人员一',
  giverId: '01930000-0000-7000-8000-000000000003',
  endsAt: null,
};
