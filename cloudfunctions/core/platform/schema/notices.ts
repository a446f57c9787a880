import type { ReminderKind } from '@shared/competition/reminders/kinds';
import type { Instant } from './columns';

export type NoticesTables = {
  /** What a person was reminded of: `days` before the last day, or after it. */
  reminder_sent: {
    person_id: string;
    kind: ReminderKind;
    subject_id: string;
    due_on: string;
    days: number;
    at: Instant;
  };
};
