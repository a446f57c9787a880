/** A letter to the organiser. `dueDate`: `YYYY-MM-DD`. */
export type FeedbackFacts = { feedbackId: string; senderId: string; kindZh: string; dueDate: string };

export interface PeopleEvents {
  'feedback.sent': FeedbackFacts;
  'feedback.answered': FeedbackFacts;
  /** Who opened many sealed values in a short time, and for which region; '' for the city. */
  'openings.alarm': { personId: string; personZh: string; regionZh: string };
}
