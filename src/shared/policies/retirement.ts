/**
 * When a person reaches the statutory retirement age (decision of 13 September 2024, in force from 2025-01-01): a man's rises from 60 to 63 by a month
 * for every four months of birth from January 1965, a woman's from 55 to 58 likewise from January 1970, from 50 to 55 by a month for every two
 * months from January 1975.
 */
type Ladder = { years: number; from: string; every: number; most: number };

const ladders: Readonly<Record<string, Ladder>> = {
  man: { years: 60, from: '1965-01', every: 4, most: 36 },
  woman55: { years: 55, from: '1970-01', every: 4, most: 36 },
  woman50: { years: 50, from: '1975-01', every: 2, most: 60 },
};

const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The age of retirement in months; null for a kind that is not known. @param birth `YYYY-MM` or `YYYY-MM-DD` */
export function retirementAge(birth: string, kind: string): number | null {
  const ladder = ladders[kind];
  if (ladder === undefined) return null;
  const later = monthsOf(birth) - monthsOf(ladder.from);
  const delay = later < 0 ? 0 : Math.min(ladder.most, Math.floor(later / ladder.every) + 1);
  return ladder.years * 12 + delay;
}

/** The month in which that age is reached, `YYYY-MM`; null for a kind that is not known. */
export function retirementMonth(birth: string, kind: string): string | null {
  const age = retirementAge(birth, kind);
  if (age === null) return null;
  const month = monthsOf(birth) + age;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
