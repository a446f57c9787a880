import type { ApplicationTerm } from '../../competition/application-clocks';
import { addDays, formatDayZh } from '../../kernel/shanghai';
import { type HolidayCalendar, isProvisional, isWorkday, lastCalendarDay } from '../../kernel/workdays';

/** Days on which a clock stood, both counted as standing; `to` null: it stands still. */
export type Pause = { from: string; to: string | null; whyZh: string };

/**
 * A term in working days, kept as what happened and never as its end: a new holiday table moves it. `calendar`: its days are those of the calendar, and a
 * last one that is not worked moves on; it has no pauses.
 */
export type Clock = { from: string; workdays: number; calendar?: true; pauses: readonly Pause[] };

/** The clocks of a case by their names; one that runs no more stays as it was. */
export type Clocks = Readonly<Record<string, Clock>>;

/**
 * The clock of a state. `term`: under which name an edition may set its working days, `workdays` where it does not; `pauses`: which other clock stands
 * meanwhile; `lapses`: with its last day the case does; `reminds`: its applicant has to act before that, and is reminded as the edition says.
 */
export type ClockSpec = {
  clock: string;
  zh: string;
  workdays: number;
  calendar?: true;
  term?: ApplicationTerm;
  pauses?: string;
  lapses?: true;
  reminds?: true;
};

/** What the edition sets, by the names of its terms. */
export type Terms = Readonly<Partial<Record<string, number>>>;

/** A state's clock with the days that hold now; one that runs already keeps its own. */
export const inForce = (spec: ClockSpec, terms: Terms): ClockSpec => ({
  ...spec,
  workdays: (spec.term === undefined ? undefined : terms[spec.term]) ?? spec.workdays,
});

const stands = (day: string, { from, to }: Pause): boolean => from <= day && (to === null || day <= to);

export type Due = { due: string; provisional: boolean };

/** A term longer than this is no term: a pause without an end has none. */
const mostDays = 3_660;

/** The last day of a clock; null while it stands. In whatever order its pauses are listed, and however they overlap, it is the same day. */
export function dueOf({ from, workdays, calendar: byCalendar, pauses }: Clock, calendar: HolidayCalendar): Due | null {
  if (byCalendar) return lastCalendarDay(from, workdays, calendar);
  if (pauses.some(({ to }) => to === null)) return null;
  let due = from;
  for (let left = workdays, day = 0; left > 0 && day < mostDays; day += 1) {
    due = addDays(due, 1);
    if (isWorkday(due, calendar) && !pauses.some((pause) => stands(due, pause))) left -= 1;
  }
  return { due, provisional: isProvisional(from, due, calendar) };
}

/** How the day was reached, in words: 从11月24日的次日起 3 个工作日，11月25日至11月27日补正不计. Days of another year than `now` (epoch milliseconds) say theirs. */
export const reachedZh = ({ from, workdays, calendar, pauses }: Clock, now: number): string =>
  [
    calendar
      ? `从${formatDayZh(from, now)}的次日起 ${workdays} 天，末日遇休息日顺延`
      : `从${formatDayZh(from, now)}的次日起 ${workdays} 个工作日`,
    ...pauses.map((pause) =>
      pause.to === null
        ? `${formatDayZh(pause.from, now)}起${pause.whyZh}，暂停计时`
        : `${formatDayZh(pause.from, now)}至${formatDayZh(pause.to, now)}${pause.whyZh}不计`,
    ),
  ].join('，');

/**
 * The clocks after a move. A state's own clock goes on if it has one already that was only paused, else it begins today; a clock that the next state pauses
 * stands from today, and goes on once that state is left.
 */
export function clocksAfter(
  clocks: Clocks,
  was: ClockSpec | undefined,
  next: ClockSpec | undefined,
  today: string,
): Clocks {
  const after: Record<string, Clock> = { ...clocks };
  const paused = was?.pauses;
  const standing = paused === undefined ? undefined : after[paused];
  if (paused !== undefined && standing !== undefined && next?.pauses !== paused) {
    const pauses = standing.pauses.map((pause) => (pause.to === null ? { ...pause, to: today } : pause));
    after[paused] = { ...standing, pauses };
  }
  if (next === undefined) return after;
  const other = next.pauses === undefined ? undefined : after[next.pauses];
  if (next.pauses !== undefined && other !== undefined && was?.pauses !== next.pauses) {
    after[next.pauses] = { ...other, pauses: [...other.pauses, { from: today, to: null, whyZh: next.zh }] };
  }
  const goesOn = after[next.clock] !== undefined && (was?.clock === next.clock || was?.pauses === next.clock);
  if (!goesOn)
    after[next.clock] = { from: today, workdays: next.workdays, ...(next.calendar && { calendar: true }), pauses: [] };
  return after;
}
