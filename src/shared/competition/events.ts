/** A phase of a contest. `closesAt`: exclusive, in epoch milliseconds. */
export type PhaseFacts = {
  contestId: string;
  regionId: string;
  regionZh: string;
  phaseZh: string;
  closesAt: number;
};

/** An announcement that was just published. `regionId` and `regionZh` null: the city's; `opening`: how its text begins. */
export type AnnouncementFacts = {
  announcementId: string;
  editionId: string;
  regionId: string | null;
  regionZh: string | null;
  title: string;
  opening: string;
};

export interface CompetitionEvents {
  'phase.opened': PhaseFacts;
  'phase.closed': PhaseFacts;
  'announcement.published': AnnouncementFacts;
}
