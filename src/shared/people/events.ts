import type { Role } from '../kernel/actor';

/** A letter to the organiser. `dueDate`: `YYYY-MM-DD`. */
export type FeedbackFacts = { feedbackId: string; senderId: string; kindZh: string; dueDate: string };

/** Something entrusted to somebody, or taken back. `placeZh`: where it reaches, 全市 or a name. */
export type GrantFacts = { grantId: string; personId: string; role: Role; placeZh: string };

export interface PeopleEvents {
  'feedback.sent': FeedbackFacts;
  'feedback.answered': FeedbackFacts;
  /** `giverId` null: by the command with which the installation began. `endsAt` in epoch milliseconds; null: no end by itself. */
  'grant.given': GrantFacts & { personZh: string; giverId: string | null; endsAt: number | null };
  'grant.revoked': GrantFacts;
  /** What somebody wrote was held and is judged; `entryId` an entry's, `applicationId` an application's; neither: a nickname. `why` is told when it is not taken. */
  'content.judged': {
    personId: string;
    fieldZh: string;
    entryId: string | null;
    applicationId: string | null;
    taken: boolean;
    why: string;
  };
  /** Who opened many sealed values in a short time, and for which region; '' for the city. */
  'openings.alarm': { personId: string; personZh: string; regionZh: string };
}
