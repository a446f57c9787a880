import { shanghaiDate } from '../../kernel/shanghai';
import { beginsAt, type HalfDay, halfDayZh } from '../half-day';
import { type Done, outcomeOf } from './completion';

/** Half a day with its list: `savedAt` (epoch milliseconds) when it was first kept; null: never. */
export type ListOf = Pick<HalfDay, 'day' | 'half'> & { savedAt: number | null };

/** Why a list cannot be kept at `now`; null: it can. What was kept is corrected on that day only; the record stays. */
export function listShut(list: ListOf, running: boolean, now: number): string | null {
  if (now < beginsAt(list)) return `${halfDayZh(list, now)}还没有开始`;
  if (!running) return '已结业，考勤不能再改';
  return list.savedAt !== null && shanghaiDate(list.savedAt) !== shanghaiDate(now) ? '考勤只能在登记当天更正' : null;
}

/** Before a half-day begins its code may be on the screen so many minutes. */
const earlyMinutes = 30;

/** Whether a code can be shown for it: on its own day, from half an hour before. */
export const isCoded = (halfDay: Pick<HalfDay, 'day' | 'half'>, now: number): boolean =>
  shanghaiDate(now) === halfDay.day && now >= beginsAt(halfDay) - earlyMinutes * 60_000;

/** What stands in the way of finishing a class; null: nothing. */
export function unfinishedZh(lists: readonly ListOf[], people: readonly Done[]): string | null {
  const open = lists.filter(({ savedAt }) => savedAt === null).length;
  if (open > 0) return `还有 ${open} 个半天没有登记考勤`;
  const unjudged = people.filter((one) => outcomeOf(one) === 'unjudged').length;
  return unjudged > 0 ? `还有 ${unjudged} 人没有填考核结果` : null;
}
