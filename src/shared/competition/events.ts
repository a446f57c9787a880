/** A phase of a contest. `closesAt`: exclusive, in epoch milliseconds. */
export type PhaseFacts = {
  contestId: string;
  regionId: string;
  regionZh: string;
  phaseZh: string;
  closesAt: number;
};

export interface CompetitionEvents {
  'phase.opened': PhaseFacts;
  'phase.closed': PhaseFacts;
}
