import { lastMomentZh } from '../kernel/moment-words';
import { addDays, fromRfc3339, shanghaiDate } from '../kernel/shanghai';

/** A day in a calendar. `date` as `YYYY-MM-DD` in Shanghai; `id` stays the same when it is put in again. */
export type CalendarDay = { id: string; date: string; title: string; note: string };

type Phase = { kind: string; zh: string; opensAt: string; closesAt: string; state: 'before' | 'open' | 'closed' };

/**
 * The days of a timetable that are still to come: the first of each phase that has not begun, and the last of each that is not over.
 * @param nameZh whose timetable it is
 */
export function calendarDays(nameZh: string, phases: readonly Phase[]): CalendarDay[] {
  return phases.flatMap(({ kind, zh, opensAt, closesAt, state }) => {
    const [opens, closes] = [fromRfc3339(opensAt), fromRfc3339(closesAt)];
    if (opens === null || closes === null || state === 'closed') return [];
    const [first, last] = [shanghaiDate(opens), shanghaiDate(closes - 1)];
    const day = (which: string, date: string, title: string) => ({
      id: `${kind}-${which}`,
      date,
      title: `${nameZh}${title}`,
      note: `${zh}${lastMomentZh(closes)} 截止。时间有变的，以小程序里的赛程为准。`,
    });
    return [
      ...(state === 'before' && first !== last ? [day('opens', first, `${zh}开始`)] : []),
      day('closes', last, first === last ? zh : `${zh}最后一天`),
    ];
  });
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

/** A content line is at most 75 octets long; the next begins with a space (RFC 5545 3.1). Characters are never cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = encodeURIComponent(character).replace(/%../g, '.').length;
    if (octets + size > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/**
 * The days as a calendar file (RFC 5545), each a whole day with a reminder at nine in the morning of the day before.
 * @param place tells these days from other calendars', such as a contest's id
 * @param now epoch milliseconds
 */
export function icsOf(place: string, days: readonly CalendarDay[], now: number): string {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const plain = (date: string) => date.replace(/-/g, '');
  const events = days.flatMap(({ id, date, title, note }) => [
    'BEGIN:VEVENT',
    `UID:${id}-${place}@xinghuo`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(date)}`,
    `DTEND;VALUE=DATE:${plain(addDays(date, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//xinghuo//ZH', ...events, 'END:VCALENDAR', ''];
  return lines.map(folded).join('\r\n');
}
