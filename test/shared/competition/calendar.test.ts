import { calendarDays, icsOf } from '@shared/competition/calendar';

const phase = (kind: string, zh: string, opens: string, closes: string, state: 'before' | 'open' | 'closed') => ({
  kind,
  zh,
  opensAt: `${opens}T00:00:00+08:00`,
  closesAt: `${closes}T00:00:00+08:00`,
  state,
});
const days = calendarDays('蒲县赛场', [
  phase('past', '启动', '2026-10-01', '2026-10-02', 'closed'),
  phase('signUp', '报名', '2026-11-04', '2026-12-14', 'open'),
  phase('judging', '评审', '2027-01-04', '2027-01-11', 'before'),
  phase('final', '决赛', '2027-01-22', '2027-01-23', 'before'),
]);

test('the last day of what runs, the first and the last of what is to come, one where it is a single day', () => {
  expect(days.map(({ id, date, title }) => [id, date, title])).toEqual([
    ['signUp-closes', '2026-12-13', '蒲县赛场报名最后一天'],
    ['judging-opens', '2027-01-04', '蒲县赛场评审开始'],
    ['judging-closes', '2027-01-10', '蒲县赛场评审最后一天'],
    ['final-closes', '2027-01-22', '蒲县赛场决赛'],
  ]);
  expect(days[0]?.note).toBe('报名12月13日（周日）24:00 截止。时间有变的，以小程序里的赛程为准。');
});

test('a calendar file: whole days, reminders the morning before, lines of at most 75 octets that cut no character', () => {
  const ics = icsOf('LF-XH-2026-141033', days, Date.UTC(2026, 10, 24, 1));
  const lines = ics.split('\r\n');
  expect(lines.slice(0, 9)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//xinghuo//ZH',
    'BEGIN:VEVENT',
    'UID:signUp-closes-LF-XH-2026-141033@xinghuo',
    'DTSTAMP:20261124T010000Z',
    'DTSTART;VALUE=DATE:20261213',
    'DTEND;VALUE=DATE:20261214',
    'SUMMARY:蒲县赛场报名最后一天',
  ]);
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(ics.replace(/\r\n /g, '')).toContain(
    'DESCRIPTION:报名12月13日（周日）24:00 截止。时间有变的，以小程序里的赛程为准。\r\n',
  );
  expect(ics).not.toContain('�');
  expect(icsOf('x', [{ id: 'a', date: '2026-12-13', title: '甲,乙;丙\\丁', note: '一\n二' }], 0)).toContain(
    'SUMMARY:甲\\,乙\\;丙\\\\丁',
  );
});
