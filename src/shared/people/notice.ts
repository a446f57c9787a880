import type { NoticeOf } from '../kernel/define-notice';
import type { FeedbackFacts, PeopleEvents } from './events';

/** `watchers`: those who answer for the city and those who look over everything, but for the one whom it is about. */
export type PeopleAudiences = {
  sender: { senderId: string };
  city: object;
  watchers: { personId: string };
};

export type PeopleNotice = NoticeOf<PeopleEvents, PeopleAudiences>;

/** A letter as the samples of notices tell of it. */
export const sampleFeedback: FeedbackFacts = {
  feedbackId: '01930000-0000-7000-8000-000000000001',
  senderId: '01930000-0000-7000-8000-000000000002',
  kindZh: '投诉',
  dueDate: '2026-12-15',
};
