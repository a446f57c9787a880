import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';

const workdays = 3;

/** Until when a booth is lent, exclusive; `now` and the answer in epoch milliseconds. */
export const lentUntil = (now: number): number =>
  endOfDayExclusive(addWorkdays(shanghaiDate(now), workdays, officialCalendar).due);
