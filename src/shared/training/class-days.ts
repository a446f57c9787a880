import { officialCalendar } from '../kernel/holidays';
import { addDays } from '../kernel/shanghai';
import { isProvisional, isWorkday } from '../kernel/workdays';

/** Off every year by law (全国年节及纪念日放假办法), for a year whose notice has not come. */
const offEveryYear = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

const isTaught = (day: string): boolean =>
  isWorkday(day, officialCalendar) &&
  !(isProvisional(day, day, officialCalendar) && offEveryYear.includes(day.slice(5)));

/** The days of a class from a first one on, so many: every day, or working days alone. `provisional`: a year without its holidays is among them. */
export function classDays(first: string, count: number, everyDay: boolean): { days: string[]; provisional: boolean } {
  const days: string[] = [];
  for (let day = first; days.length < count; day = addDays(day, 1)) if (everyDay || isTaught(day)) days.push(day);
  return { days, provisional: !everyDay && isProvisional(first, days[days.length - 1] ?? first, officialCalendar) };
}
