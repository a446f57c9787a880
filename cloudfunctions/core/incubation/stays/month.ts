/** A month of rent as it is asked for; money in fen. */
export type Month = {
  tenancyId: string;
  n: number;
  dueOn: string;
  fullFen: number;
  reliefPercent: number;
  dueFen: number;
  paidOn: string | null;
};
