export type BoothState = 'asked' | 'lent' | 'overdue' | 'refused' | 'returned';

/** A booth at the fair that a team asked for, as the rules see it. `dueAt`: by when it is to be given back, exclusive, in epoch milliseconds. */
export type BoothSubject = {
  boothId: string;
  regionId: string;
  askerId: string;
  title: string;
  state: BoothState;
  version: number;
  dueAt: number | null;
};
