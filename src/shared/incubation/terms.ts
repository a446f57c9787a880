/**
 * The rules of a site, kept with it as data: what a panel's mean has to reach, how long a place is let, what of the rent is let off, when rent
 * is owed for too long. Days are calendar days; how long offices and offers have is the kind's clocks'.
 */
export type PlaceTerms = {
  /** The least mean of the panel's marks, in hundredths. */
  passMark: number;
  firstMonths: number;
  renewMonths: number;
  /** In all sites together. */
  maxMonths: number;
  /** How much of the rent is let off in each year, in percent; past the last one nothing is. */
  reliefPercent: readonly number[];
  /** From so many days before the end a renewal may be asked for, and the end is said. */
  renewalDays: number;
  arrearsDays: number;
  /** The document that these come from; none: they are demonstration. */
  sourceZh?: string;
};

/** What a site goes by that says nothing else (rules §4); demonstration. */
export const usualTerms: PlaceTerms = {
  passMark: 60_00,
  firstMonths: 12,
  renewMonths: 12,
  maxMonths: 36,
  reliefPercent: [100, 50, 30],
  renewalDays: 60,
  arrearsDays: 60,
};

/** In words where they come from. */
export const sourceOf = ({ sourceZh = '' }: PlaceTerms): string => (sourceZh === '' ? '演示' : sourceZh);

/** What is wrong with terms as they are set: field → sentence. */
export function termProblems({
  firstMonths,
  renewMonths,
  maxMonths,
  reliefPercent,
}: PlaceTerms): Record<string, string> {
  return {
    ...(firstMonths > maxMonths && { firstMonths: `不能超过合计的 ${maxMonths} 个月` }),
    ...(renewMonths > maxMonths && { renewMonths: `不能超过合计的 ${maxMonths} 个月` }),
    ...(reliefPercent.length * 12 > maxMonths + 11 && {
      reliefPercent: `合计最长 ${maxMonths} 个月，用不到第 ${reliefPercent.length} 年`,
    }),
  };
}

/** The rules by which a studio or a kit is booked by the hour, kept with the site. Hours are of the clock in Shanghai. */
export type HourTerms = {
  opensAt: number;
  closesAt: number;
  /** Hours of a team in a week from Monday. */
  weekHours: number;
  /** How many days ahead one may book. */
  aheadDays: number;
  /** Free until so many hours before it begins. */
  cancelHours: number;
  /** So many times not come within so many days, and booking pauses for so many. */
  noShows: number;
  noShowDays: number;
  pauseDays: number;
};

export const usualHours: HourTerms = {
  opensAt: 8,
  closesAt: 22,
  weekHours: 8,
  aheadDays: 28,
  cancelHours: 24,
  noShows: 2,
  noShowDays: 30,
  pauseDays: 14,
};
