import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { QueueDesk } from '../../../../src/features/screening/queue/queue-desk';
import { api } from '../../../support/api';
import { entryStanding } from '../../../support/entry-standing';
import { clerk, control, entryId, show } from './review-view';

const row = {
  entryId,
  version: 3,
  title: '山里的香菇',
  reference: 'XH2026-141033-0001',
  regionZh: '蒲县',
  trackZh: '乡村振兴',
  groupZh: '创意组',
  leaderZh: '王小明',
  phoneTail: '8000',
  ...entryStanding('submitted', 'staff'),
  claimedByZh: null,
  claimedByMe: false,
  submittedAt: '2026-11-24T10:00:00+08:00',
  dueDate: '2099-01-02',
  workdaysLeft: 2,
  workdaysOver: null,
  provisional: true,
  overdue: false,
  round: 1,
  ofItsDay: { count: 12, more: false },
  decided: null,
};

const page = (given: object = {}) => ({
  items: [row],
  next: null,
  total: { count: 37, more: false },
  contests: [{ contestId: 'LF-XH-2026-141033', regionZh: '蒲县' }],
  tracks: [{ code: 'rural', zh: '乡村振兴' }],
  states: [{ state: 'returned', zh: '已退回补正' }],
  ...given,
});

const lastFilter = () => api.screening.queue.mock.lastCall?.[0].filter;

beforeEach(() => {
  keepSession('a-session');
  api.people.me.mockResolvedValue(clerk);
  api.screening.queue.mockResolvedValue(page());
});

test('a link’s filters go into the request, and each chosen filter into the request and the link', async () => {
  show(<QueueDesk params={{ claimed: 'none' }} />);
  expect(await screen.findByText('共 37 个')).toBeTruthy();
  expect(lastFilter()?.claimed).toBe('none');

  fireEvent.click(control('queue-claimed-mine'));
  fireEvent.click(control('queue-filters'));
  fireEvent.change(control('filter-state'), { target: { value: 'returned' } });
  fireEvent.change(control('filter-track'), { target: { value: 'rural' } });
  fireEvent.click(control('filter-overdue'));
  await waitFor(() =>
    expect(lastFilter()).toEqual({
      contestId: null,
      state: 'returned',
      trackCode: 'rural',
      claimed: 'mine',
      overdue: true,
      q: '',
    }),
  );
  expect(window.location.pathname + window.location.search).toBe(
    '/packages/staff/queue/index?state=returned&trackCode=rural&claimed=mine&overdue=1',
  );
});

test('a search is sent once the typing pauses', async () => {
  show(<QueueDesk params={{}} />);
  await screen.findByText('山里的香菇');
  fireEvent.change(control('queue-search'), { target: { value: '香菇' } });
  await waitFor(() => expect(lastFilter()?.q).toBe('香菇'));
});

test('a row says its clock in working days and that the term is provisional', async () => {
  show(<QueueDesk params={{}} />);
  expect(await screen.findByRole('img', { name: '还剩 2 个工作日（时限暂定）' })).toBeTruthy();
  expect(screen.getByText('工作日暂定')).toBeTruthy();
  expect(screen.getByText('2099年1月2日（周五）到期，12 件')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('待审 37 件');
});

test('an empty list under a filter offers the whole queue', async () => {
  api.screening.queue.mockResolvedValue(page({ items: [], total: { count: 0, more: false } }));
  show(<QueueDesk params={{ overdue: '1' }} />);
  expect(await screen.findByText('没有符合条件的项目')).toBeTruthy();
  fireEvent.click(control('queue-show-all'));
  await waitFor(() => expect(lastFilter()?.overdue).toBe(false));
});

test('beyond a thousand the count says so', async () => {
  api.screening.queue.mockResolvedValue(page({ total: { count: 1000, more: true } }));
  show(<QueueDesk params={{}} />);
  expect(await screen.findByText('超过 1000 个')).toBeTruthy();
});

test('picked rows open the batch page', async () => {
  show(<QueueDesk params={{}} />);
  await screen.findByText('山里的香菇');
  fireEvent.click(await waitFor(() => control('batch-mode')));
  fireEvent.click(control(`pick-${entryId}`));
  fireEvent.click(control('to-batch'));
  await waitFor(() =>
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/staff/batch/index?ids=${entryId}` }),
  );
  expect(await waitFor(() => control('batch-mode'))).toBeTruthy();
});

test('a group of rows says how many fall due with it, and a row what was decided of it and when that is told', async () => {
  const decided = { zh: '审核通过', byZh: '王玥', secondsLeft: 581 };
  const unsigned = { zh: '不予通过', byZh: '王玥', secondsLeft: null };
  const rows = [
    { ...row, decided },
    { ...row, entryId: `${row.entryId.slice(0, -1)}9`, decided: unsigned },
  ];
  api.screening.queue.mockResolvedValue(page({ items: rows }));
  const { container } = show(<QueueDesk params={{}} />);
  await screen.findByText('2099年1月2日（周五）到期，12 件');
  expect(container.textContent).toContain('王玥决定“审核通过”，待生效，还剩 9:41');
  expect(container.textContent).toContain('王玥决定“不予通过”，待复核签字');
});
