import type { BoothSubject } from './subject';

/** A booth as what happened to it is told. `dueAt`: by when it is to be given back, exclusive, in epoch milliseconds. */
export type BoothFacts = { boothId: string; title: string; regionId: string; dueAt: number | null };

export interface BoothEvents {
  'booth.asked': BoothFacts;
  'booth.lent': BoothFacts;
  'booth.refused': BoothFacts;
  'booth.overdue': BoothFacts;
}

/** What is told of a booth as it stands. */
export const boothFacts = ({ boothId, title, regionId, dueAt }: BoothSubject): BoothFacts => ({
  boothId,
  title,
  regionId,
  dueAt,
});
