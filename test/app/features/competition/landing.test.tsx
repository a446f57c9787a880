import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { HomeDesk } from '../../../../src/features/competition/home-desk';
import type { Landing, Own, Story } from '../../../../src/features/competition/use-landing';
import { link } from '../../../../src/shared/routes';
import { contestView, homeView } from '../entry/entry-data';

const wentTo = (url: string) => waitFor(() => expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url }));

const story: Story = {
  entryId: 'e1',
  contestId: contestView.contestId,
  title: '蒲县山货直供',
  reference: 'XH2026-141033-0007',
  regionZh: '蒲县',
  state: 'returned',
  stateZh: '需要补正',
  waits: 'own',
  untilZh: '11月27日（周五）24:00 截止',
  dueDate: '2026-11-27',
  workdaysLeft: 2,
  workdaysOver: null,
  provisional: false,
  termDays: 5,
  faults: [
    { zh: '营业执照不清晰', partZh: '参赛材料', link: '/materials' },
    { zh: '请说明依据', partZh: '带动就业', link: '/jobs' },
  ],
  thenZh: '只需改这 2 处',
  path: [
    { zh: '填写', noteZh: '11月20日', standing: 'done' },
    { zh: '补正', noteZh: '现在', standing: 'now' },
  ],
};
const todo = (id: string, title: string) =>
  ({
    id,
    title,
    kind: 'x',
    detail: '详情',
    link: `/to/${id}`,
    tone: 'info',
    dueDate: null,
    ...still,
  }) as Own['todos'][number];
const still = { workdaysLeft: null, workdaysOver: null, provisional: false };

async function show(own: Own | null, more: { waits?: number; past?: object } = {}) {
  const contest = { ...contestView, tracks: [...contestView.tracks, { code: 'own', zh: '乡村振兴', kind: 'own' }] };
  const home = { ...homeView, contests: [contest, { ...contestView, regionId: '141002', regionZh: '尧都区' }] };
  const data = { home, past: more.past ?? null, own, unread: 0, waits: more.waits ?? 0 };
  const landing = { data, error: null, isPending: false, refetch: async () => undefined } as unknown as Landing;
  const shown = render(<HomeDesk landing={landing} />);
  // What lies below the first screen is drawn in steps.
  for (const _ of [1, 2, 3]) await act(() => new Promise((drawn) => setTimeout(drawn, 5)));
  return shown;
}

test('a returned entrant reads first what waits, with its clock, each fault with the way to its field, and one button', async () => {
  const { container } = await show({ story, todos: [todo('correct-e1', '补正')], queue: null }, { waits: 1 });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('您有 1 件事等您办');
  expect(screen.getByText('还剩 2 个工作日')).toBeTruthy();
  expect(Array.from(container.querySelectorAll('.xh-tick')).map((tick) => tick.className.split('-').at(-1))).toEqual([
    'used',
    'used',
    'today',
    'left',
    'left',
  ]);
  fireEvent.click(screen.getByText('请说明依据'));
  await wentTo('/jobs');
  expect(screen.queryByText('补正', { selector: '.xh-row-text' })).toBeNull();
  expect(container.querySelectorAll('.xh-button-primary')).toHaveLength(1);
  fireEvent.click(screen.getByText('去补正（2 处）'));
  await wentTo(link('entry/entry', { entryId: 'e1' }));
});

test('who waits for others has nothing to press, and reads where the entry is', async () => {
  const waiting: Story = {
    ...story,
    state: 'under_review',
    stateZh: '审核中',
    waits: 'staff',
    faults: [],
    thenZh: null,
  };
  const { container } = await show({ story: waiting, todos: [], queue: null });
  // To enter with another project is a row among others.
  fireEvent.click(screen.getByText('我要报名'));
  await wentTo(link('entry/eligibility'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('您暂时不用操作');
  expect(container.querySelector('.xh-button-primary')).toBeNull();
  expect(screen.getByText('审核中')).toBeTruthy();
  // Ember says whose turn it is: the reader's, and nobody else's.
  expect(container.querySelectorAll('.xh-way-mine, .xh-wait-mine')).toHaveLength(0);
});

test('staff read how much waits and how much is late, and go to the first due', async () => {
  const queue = { waiting: 20, unclaimed: 9, mine: 4, overdue: 1, reviews: true };
  await show({ story: null, todos: [todo('claimed-a', '审核“甲”')], queue }, { waits: 4 });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('等您办 13 件，1 件已超期');
  fireEvent.click(screen.getByText('办下一件（超期 1 件）'));
  await wentTo('/to/claimed-a');
});

test('who only looks on is told what is under review, and has no case to take', async () => {
  const queue = { waiting: 20, unclaimed: 9, mine: 0, overdue: 0, reviews: false };
  const { container } = await show({ story: null, todos: [], queue });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('在审 20 件');
  expect(container.querySelector('.xh-button-primary')).toBeNull();
});

test('a judge reads where, when, by whom and whom to ask, and that there is nothing to score yet; nothing asks them to enter', async () => {
  const judging = {
    kind: 'judging',
    zh: '评审',
    opensAt: '2036-12-21T00:00:00+08:00',
    closesAt: '2037-01-11T00:00:00+08:00',
    state: 'before' as const,
  };
  const post = {
    contestId: contestView.contestId,
    placeZh: '蒲县赛场',
    givenBy: '王科长',
    givenAt: '2026-11-24T10:00:00+08:00',
    endsAt: null,
    judging,
  };
  const { container } = await show({ story: null, todos: [], queue: null, posts: [post] });
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('您是蒲县赛场的评委');
  expect(screen.getByText(/^评审(2036年)?12月21日.*开始$/)).toBeTruthy();
  expect(screen.getByText(/评审材料和打分还没有在小程序开放。评审怎么安排，请向赛场了解/)).toBeTruthy();
  expect(screen.getByText('由王科长授权')).toBeTruthy();
  expect(container.querySelector('.xh-button-primary')).toBeNull();
  expect(screen.queryByText('我要报名')).toBeNull();
  fireEvent.click(screen.getByText('赛道、赛程、公告'));
  await wentTo(link('open/region', { contestId: contestView.contestId }));
});

test('a visitor finds the contests as tiles; a tap tells of one, its tracks, and leads there', async () => {
  await show(null);
  expect(screen.getAllByRole('radio').map((tile) => tile.textContent)).toEqual(['蒲县', '尧都区']);
  fireEvent.click(screen.getByRole('radio', { name: '蒲县，另设特色赛道' }));
  expect(screen.getByText('创业赛道、乡村振兴，共 2 条赛道')).toBeTruthy();
  fireEvent.click(screen.getByText('蒲县赛场'));
  await wentTo(link('open/region', { contestId: contestView.contestId }));
});

test('the last edition stands in dots, as many as projects: 295, and the winners’ filled by what they won', async () => {
  const past = {
    editionId: 'p',
    nameZh: '2025 年大赛',
    participating: 295,
    winners: 126,
    levels: [
      { zh: '一等奖', winners: 18 },
      { zh: '二等奖', winners: 36 },
      { zh: '三等奖', winners: 70 },
      { zh: '优秀奖', winners: 2 },
    ],
    directExpected: 6449,
    indirectExpected: 13606,
    fund: null,
    synthetic: true,
  };
  const { container } = await show(null, { past });
  const dots = (kind: string) =>
    Array.from(container.querySelectorAll<HTMLElement>(`.xh-dots > .xh-dots-${kind}`))
      .map(({ style }) => (Number.parseFloat(style.width) / 4) * (Number.parseFloat(style.paddingTop) / 4))
      .reduce((sum, each) => sum + each, 0);
  expect(['won-0', 'won-1', 'won-2', 'other'].map(dots)).toEqual([18, 36, 72, 169]);
  expect(screen.getByText('二等奖 36 个')).toBeTruthy();
  expect(screen.getByText('未获奖 169 个')).toBeTruthy();
  expect(screen.getByText('295 个参赛，一点一个项目')).toBeTruthy();
  expect(screen.getByText('预计直接带动就业')).toBeTruthy();
});
