import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { MaterialsDesk } from '../../../../src/features/entry/files/materials-desk';
import { SectionDesk } from '../../../../src/features/entry/form/section-desk';
import { EntryDesk } from '../../../../src/features/entry/progress/entry-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, entryView, homeView, sectionView } from './entry-data';

const { get, saveSection } = api.entry;
const closesAt = '2026-12-14T00:00:00+08:00';
const offered = { move: 'submit', label: '提交报名', danger: null, closed: null };
const materials = sectionView({ section: 'materials', zh: '参赛材料' });
/** What the server answers at an instant, its own clock with it; this device's is an hour behind. */
const answers = (now: string, more = {}) => {
  jest.setSystemTime(Date.parse(now) - 3_600_000);
  api.competition.home.mockResolvedValue({ ...homeView, now });
  api.competition.contest.mockResolvedValue({ ...contestView, now });
  get.mockResolvedValue(
    entryView({ now, signUpClosesAt: closesAt, moves: [offered], sections: [sectionView(), materials], ...more }),
  );
};
const later = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const closingWords = () => control('closing').textContent;

beforeEach(() => {
  jest.useFakeTimers();
  api.competition.home.mockResolvedValue(homeView);
  api.competition.contest.mockResolvedValue(contestView);
});
afterEach(() => {
  jest.useRealTimers();
});

const desks = {
  entry: () => <EntryDesk entryId={entryId} />,
  section: () => <SectionDesk entryId={entryId} section="project" check={false} />,
  materials: () => <MaterialsDesk entryId={entryId} />,
};
const open = async (desk: keyof typeof desks) => {
  const shown = showPage(desks[desk]());
  // One thing is asked for after the other.
  for (let asked = 0; asked < 5; asked += 1) await later(10);
  return shown;
};

test.each(Object.keys(desks) as Array<keyof typeof desks>)(
  'the %s page is silent while closing is far, speaks in the last day, and counts the last ten minutes by the server’s clock',
  async (desk) => {
    answers('2026-12-12T10:00:00+08:00');
    const far = await open(desk);
    expect(closingWords()).toBe('');
    far.unmount();
    answers('2026-12-13T20:40:00+08:00');
    await open(desk);
    expect(closingWords()).toContain('报名12月13日（周日）24:00 截止');
    expect(closingWords()).toContain('还剩 3 小时 19 分');
    expect(screen.queryByText(/^距报名截止 /)).toBeNull();
    await later(3 * 3_600_000 + 10 * 60_000);
    expect(screen.getByText(/^距报名截止 (10 分 00|9 分 59) 秒$/)).toBeTruthy();
    await later(10_000);
    expect(screen.getByText(/^距报名截止 9 分 (50|49) 秒$/)).toBeTruthy();
  },
);

test('at zero the list says so, closes its button, and asks for the entry again', async () => {
  answers('2026-12-13T23:59:00+08:00');
  await open('entry');
  expect((control('submit') as HTMLButtonElement).disabled).toBe(false);
  const before = get.mock.calls.length;
  await later(61_000);
  expect(closingWords()).toContain('报名已于12月13日（周日）24:00 截止');
  expect((control('submit') as HTMLButtonElement).disabled).toBe(true);
  expect(get.mock.calls.length).toBe(before + 1);
});

test('at zero a part that is being filled in becomes a part to read, and what was typed last is still saved', async () => {
  answers('2026-12-13T23:59:59+08:00');
  await open('section');
  saveSection.mockResolvedValue(sectionView({ version: 4, data: { title: '好山货' }, editable: false }));
  fireEvent.change(control('field-title'), { target: { value: '好山货' } });
  get.mockResolvedValue(
    entryView({ now: closesAt, signUpClosesAt: closesAt, sections: [sectionView({ editable: false })] }),
  );
  await later(1_100);
  await waitFor(() => expect(document.getElementById('field-title')).toBeNull());
  await later(100);
  expect(saveSection.mock.lastCall?.[0]).toMatchObject({ data: { title: '好山货' } });
  expect(screen.getByText('报名已于12月13日（周日）24:00 截止。已填的内容还在，现在只能查看。')).toBeTruthy();
  expect(screen.getByText('好山货')).toBeTruthy();
});

test('at zero no file can be chosen any more', async () => {
  answers('2026-12-13T23:59:50+08:00');
  await open('materials');
  expect(document.getElementById('pick-business_plan')).not.toBeNull();
  await later(11_000);
  expect(document.getElementById('pick-business_plan')).toBeNull();
});

test('a correction speaks of its own term', async () => {
  answers('2026-12-01T23:00:00+08:00', { state: 'returned', correctionDueAt: '2026-12-02T00:00:00+08:00' });
  await open('entry');
  expect(closingWords()).toContain('补正12月1日（周二）24:00 截止');
});
