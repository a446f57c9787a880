import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { render, waitFor } from '@testing-library/react';
import { api } from '../../../../src/client/api';
import { keepSession } from '../../../../src/client/session';
import { useUnreadBadge } from '../../../../src/features/people/use-unread-badge';

jest.mock('../../../../src/client/api', () => ({ api: { people: { me: jest.fn() } } }));

const me = jest.mocked(api.people.me);
const answer = (unread: number) => ({
  personId: '0197f000-0000-7000-8000-0000000000aa',
  displayName: '参赛者',
  phoneMasked: null,
  elderMode: false,
  grants: [],
  unread,
});

function Tab() {
  useUnreadBadge();
  return null;
}

const show = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Tab />
    </QueryClientProvider>,
  );

beforeEach(() => {
  jest.clearAllMocks();
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

test('with nothing unread, and for visitors, the tab carries no number', async () => {
  keepSession(null);
  show();
  await waitFor(() => expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 3 }));
  expect(Taro.setTabBarBadge).not.toHaveBeenCalled();
  expect(me).not.toHaveBeenCalled();
});
