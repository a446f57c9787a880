import Taro from '@tarojs/taro';
import { waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { useTabBadges } from '../../../../src/features/people/use-tab-badges';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const me = api.people.me;
const workbench = api.notices.workbench;
type Me = Awaited<ReturnType<typeof api.people.me>>;
const answer = (unread: number, grants: Me['grants'] = []): Me => ({
  personId: '0197f000-0000-7000-8000-0000000000aa',
  displayName: '参赛者',
  phoneMasked: null,
  elderMode: false,
  grants,
  unread,
});
type Todo = Awaited<ReturnType<typeof api.notices.workbench>>['waitsForMe'][number];
const desk = (count: number) => ({
  waitsForMe: Array.from({ length: count }, (_, n) => ({ id: `todo-${n}` }) as Todo),
  iWaitFor: [],
  over: [],
  queues: [],
});

function Tab() {
  useTabBadges();
  return null;
}

const show = () => showPage(<Tab />);

beforeEach(() => {
  jest.clearAllMocks();
  workbench.mockResolvedValue(desk(0));
});

test.each([
  [3, '3'],
  [140, '99+'],
])('%i unread messages stand on the tab of one’s own as %s', async (unread, text) => {
  keepSession('a-session');
  me.mockResolvedValue(answer(unread));
  show();
  await waitFor(() => expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 3, text }));
});

test('a clerk’s number is what waits for the clerk, on the workbench, and not the messages of every submission', async () => {
  keepSession('a-session');
  const scope = { kind: 'region', regionId: '141033' } as const;
  me.mockResolvedValue(answer(57, [{ role: 'regionStaff', scope, roleZh: '审核人员', scopeZh: '蒲县' }]));
  workbench.mockResolvedValue(desk(2));
  show();
  await waitFor(() => expect(Taro.setTabBarBadge).toHaveBeenCalledWith({ index: 1, text: '2' }));
  expect(Taro.setTabBarBadge).not.toHaveBeenCalledWith(expect.objectContaining({ index: 3 }));
});

test('with nothing unread, and for visitors, the tabs carry no number', async () => {
  keepSession(null);
  show();
  await waitFor(() => expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 3 }));
  expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 1 });
  expect(Taro.setTabBarBadge).not.toHaveBeenCalled();
  expect(me).not.toHaveBeenCalled();
});
