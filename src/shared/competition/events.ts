import type { PartName } from './parts';
import type { ReminderKind } from './reminders/kinds';

/** A phase of a contest. `closesAt`: exclusive, in epoch milliseconds. */
export type PhaseFacts = {
  contestId: string;
  regionId: string;
  regionZh: string;
  phaseZh: string;
  closesAt: number;
};

/** A window that a region moved, as it is now; in epoch milliseconds, `closesAt` exclusive. */
export type MovedFacts = PhaseFacts & { editionId: string; opensAt: number };

/** An announcement that was just published. `regionId` and `regionZh` null: the city's; `opening`: how its text begins. */
export type AnnouncementFacts = {
  announcementId: string;
  editionId: string;
  regionId: string | null;
  regionZh: string | null;
  title: string;
  opening: string;
};
export type EditionFacts = { editionId: string; editionZh: string };
/** A part of a published edition changed: which, and why. */
export type PartFacts = EditionFacts & { part: PartName; partZh: string; reason: string };

/** Something somebody has not done yet. `dueOn`: its last day. */
export type Reminded = { kind: ReminderKind; subjectId: string; title: string; dueOn: string };

/** All that one person is reminded of at one time; the first is due first. */
export type ReminderFacts = { personId: string; items: readonly Reminded[] };

export interface CompetitionEvents {
  'edition.published': EditionFacts;
  'edition.changed': PartFacts;
  'phase.opened': PhaseFacts;
  'phase.closed': PhaseFacts;
  'phase.moved': MovedFacts;
  'announcement.published': AnnouncementFacts;
  'reminder.due': ReminderFacts;
}
