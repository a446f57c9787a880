import { type Refusal, refuse } from '../kernel/result';
import { addDays, formatDateZh, formatTime, shanghaiDate, startOfDay, weekday } from '../kernel/shanghai';
import type { HourTerms } from './terms';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A time that is booked, `[from, to)` in epoch milliseconds. */
export type Booked = { from: number; to: number };

/** The Monday of a day's week. */
export const weekOf = (day: string): string => addDays(day, -((weekday(day) + 6) % 7));

const hoursOf = ({ from, to }: Booked): number => (to - from) / hourMs;

/** How many hours of a week are booked already. */
export const hoursIn = (week: string, booked: readonly Booked[]): number =>
  booked.filter(({ from }) => weekOf(shanghaiDate(from)) === week).reduce((sum, one) => sum + hoursOf(one), 0);

/** From whole hours of a day: 14 to 16 is `[14:00, 16:00)`. */
export const hoursOn = (day: string, from: number, to: number): Booked => ({
  from: startOfDay(day) + from * hourMs,
  to: startOfDay(day) + to * hourMs,
});

/** `12月3日（周四）14:00–16:00`, with its year when that is another than that of `now`. */
export const bookedZh = ({ from, to }: Booked, now: number): string =>
  `${formatDateZh(shanghaiDate(from), now)}${formatTime(from)}–${formatTime(to)}`;

/**
 * Until when a team may not book because it did not come: so many times within so many days, counted from the latest; null: it may. `noShows`: the beginnings
 * of bookings to which nobody came, in epoch milliseconds.
 */
export function pausedUntil(noShows: readonly number[], now: number, terms: HourTerms): number | null {
  const days = noShows.map((at) => shanghaiDate(at)).sort();
  for (let last = days.length - 1; last >= terms.noShows - 1; last -= 1) {
    const latest = days[last] ?? '';
    const first = days[last - terms.noShows + 1] ?? '';
    if (addDays(first, terms.noShowDays) < latest) continue;
    const until = startOfDay(addDays(latest, terms.pauseDays + 1));
    return until > now ? until : null;
  }
  return null;
}

/** What stands against a booking, before the database is asked whether the hours are free; null: nothing. */
export function refuseBooking(
  wanted: Booked,
  about: { now: number; own: readonly Booked[]; noShows: readonly number[] },
  terms: HourTerms,
): Refusal | null {
  const { now, own, noShows } = about;
  const day = shanghaiDate(wanted.from);
  const opens = startOfDay(day) + terms.opensAt * hourMs;
  const closes = startOfDay(day) + terms.closesAt * hourMs;
  if (
    !(wanted.to > wanted.from) ||
    wanted.from < opens ||
    wanted.to > closes ||
    (wanted.from - opens) % hourMs !== 0 ||
    (wanted.to - wanted.from) % hourMs !== 0
  )
    return refuse('INCUBATION_HOURS_WRONG', `请选 ${terms.opensAt}:00 至 ${terms.closesAt}:00 之间的整点`);
  if (wanted.from <= now) return refuse('INCUBATION_HOURS_PAST', '这个时段已经开始，请选以后的时段');
  if (wanted.from >= startOfDay(addDays(shanghaiDate(now), terms.aheadDays + 1)))
    return refuse('INCUBATION_HOURS_FAR', `只能预约 ${terms.aheadDays} 天以内的时段`);
  const until = pausedUntil(noShows, now, terms);
  if (until !== null)
    return refuse(
      'INCUBATION_BOOKING_PAUSED',
      `${terms.noShowDays} 天内有 ${terms.noShows} 次预约没有到场，${formatDateZh(shanghaiDate(until), now)}起可以再预约`,
    );
  if (own.some(({ from, to }) => from < wanted.to && wanted.from < to))
    return refuse('INCUBATION_BOOKED_TWICE', '您的团队在这个时段已有预约，请换一个时段');
  const had = hoursIn(weekOf(day), own);
  if (had + hoursOf(wanted) > terms.weekHours)
    return refuse(
      'INCUBATION_WEEK_FULL',
      `每队每周最多预约 ${terms.weekHours} 小时，这一周已约 ${had} 小时，还可以约 ${terms.weekHours - had} 小时`,
    );
  return null;
}

/** Whether a booking may still be given up without anything held against its team. */
export const cancelsFree = ({ from }: Booked, now: number, { cancelHours }: HourTerms): boolean =>
  now <= from - cancelHours * hourMs;

/** The days that a page of bookings shows, from today on. */
export const daysAhead = (today: string, days: number): string[] =>
  Array.from({ length: days }, (_, i) => addDays(today, i));

/** For how long a booking that nobody came to is remembered, in milliseconds. */
export const rememberedMs = ({ noShowDays, pauseDays }: HourTerms): number => (noShowDays + pauseDays + 1) * dayMs;
