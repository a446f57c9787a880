import { formatDateZh, startOfDay } from '../kernel/shanghai';

/** Half a day of a class: its day `YYYY-MM-DD` in Shanghai, and how many lesson hours it has. */
export type HalfDay = { day: string; half: Half; hours: number };
export type Half = 'am' | 'pm';

/** The most lesson hours that half a day holds. */
export const mostHours = 6;

/** When a half-day begins, and how it is called. The hours are demonstration. */
export const halves: Readonly<Record<Half, { zh: string; minutes: number; fromZh: string }>> = {
  am: { zh: '上午', minutes: 8 * 60 + 30, fromZh: '08:30' },
  pm: { zh: '下午', minutes: 14 * 60 + 30, fromZh: '14:30' },
};

/** The instant at which it begins, in epoch milliseconds. */
export const beginsAt = ({ day, half }: Pick<HalfDay, 'day' | 'half'>): number =>
  startOfDay(day) + halves[half].minutes * 60_000;

/** `12月7日（周一）上午`, with its year when that is another than that of `now` (epoch milliseconds). */
export const halfDayZh = ({ day, half }: Pick<HalfDay, 'day' | 'half'>, now: number): string =>
  `${formatDateZh(day, now)}${halves[half].zh}`;

export const hoursOf = (halfDays: ReadonlyArray<Pick<HalfDay, 'hours'>>): number =>
  halfDays.reduce((sum, { hours }) => sum + hours, 0);

/** In the order in which they are held. */
export const inOrder = <One extends Pick<HalfDay, 'day' | 'half'>>(halfDays: readonly One[]): One[] =>
  [...halfDays].sort((a, b) => beginsAt(a) - beginsAt(b));
