import type { CalendarDay } from '@shared/competition/calendar';
import { type HalfDay, halves } from '@shared/training/half-day';
import type { ClassView } from '../class-view';

/** The days of a class for one's calendar: a day is one entry, whichever halves it has. */
export function classDays({ title, room, days }: Pick<ClassView, 'title' | 'room' | 'days'>): CalendarDay[] {
  const dates = [...new Set(days.map(({ day }) => day))];
  return dates.map((date) => ({
    id: date,
    date,
    title,
    note: `${timesOn(days, date)}，地点：${room}。时间有变的，以小程序里的为准。`,
  }));
}

const timesOn = (days: readonly HalfDay[], date: string): string =>
  days
    .filter(({ day }) => day === date)
    .map(({ half }) => `${halves[half].zh} ${halves[half].fromZh}`)
    .join('、');
