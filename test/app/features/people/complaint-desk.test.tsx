import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { ComplaintDesk } from '../../../../src/features/people/complaint-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const letter = (n: number) => ({
  id: `0197f000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  reference: `YJ20261124-00${String(n).padStart(2, '0')}`,
  kind: 'complaint' as const,
  kindZh: '投诉',
  body: `第 ${n} 件`,
  createdAt: '2026-11-24T10:00:00+08:00',
  answer: null,
  answeredAt: null,
  dueDate: '2099-01-02',
  workdaysLeft: 14,
  workdaysOver: null,
  provisional: false,
  contactMasked: '',
  version: 1,
});

test('one’s own letters are all within reach, also those behind the first page', async () => {
  keepSession('a-session');
  api.people.me.mockRejectedValue(new Error('not asked for here'));
  const asked: Array<string | null | undefined> = [];
  api.people.myFeedback.mockImplementation(async ({ cursor }) => {
    asked.push(cursor);
    return cursor === null
      ? { items: [letter(21)], next: 'behind', waiting: 1 }
      : { items: [letter(1)], next: null, waiting: 1 };
  });
  showPage(<ComplaintDesk />);
  await screen.findByText('第 21 件');
  fireEvent.click(screen.getByText('查看更多'));
  await screen.findByText('第 1 件');
  expect(asked).toEqual([null, 'behind']);
  await waitFor(() => expect(screen.queryByText('查看更多')).toBeNull());
});

test('who cannot be shown the letters before may write one all the same, and asks for them again', async () => {
  keepSession('a-session');
  api.people.me.mockRejectedValue(new Error('not asked for here'));
  api.people.myFeedback.mockRejectedValue(new Failure('UNAVAILABLE', '系统暂时不能用'));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { container } = render(
    <QueryClientProvider client={client}>
      <ComplaintDesk />
    </QueryClientProvider>,
  );
  await screen.findByText('系统暂时不能用');
  expect(container.querySelector('#field-body')).not.toBeNull();
  api.people.myFeedback.mockResolvedValue({ items: [letter(3)], next: null, waiting: 1 });
  fireEvent.click(screen.getByText('重试'));
  await screen.findByText('第 3 件');
});
