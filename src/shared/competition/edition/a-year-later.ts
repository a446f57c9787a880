import { addMonths, fromRfc3339, isDate, shanghaiDate, startOfDay, toShanghai } from '../../kernel/shanghai';
import type { Blueprint } from '../blueprint';

/** The same day so many years on; 29 February becomes the 28th. */
export const yearsLater = (date: string, years: number): string => (isDate(date) ? addMonths(date, 12 * years) : date);

const moved = (instant: string | undefined, years: number): string | undefined => {
  const at = instant === undefined ? null : fromRfc3339(instant);
  if (at === null) return undefined;
  const day = shanghaiDate(at);
  return toShanghai(startOfDay(yearsLater(day, years)) + (at - startOfDay(day)));
};

/** A blueprint for an edition so many years after: its windows move along. */
export const laterBlueprint = (blueprint: Blueprint, years: number): Blueprint => ({
  ...blueprint,
  phases: blueprint.phases.map(({ opensAt, closesAt, ...phase }) => ({
    ...phase,
    ...(opensAt && { opensAt: moved(opensAt, years) }),
    ...(closesAt && { closesAt: moved(closesAt, years) }),
  })),
});

/** `2026 年星火项目创业大赛（演示）` → `2027 年星火项目创业大赛（演示）`. */
export const laterName = (nameZh: string, year: number, years: number): string =>
  nameZh.replace(String(year), String(year + years));
