import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { WorkbenchDesk } from '../../../../src/features/notices/workbench-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const letter = (n: number) => ({
  id: `feedback-${n}`,
  kind: 'feedback',
  title: '答复投诉',
  detail: `第 ${n} 件`,
  link: '/packages/staff/feedback/index',
  dueDate: null,
  workdaysLeft: null,
  workdaysOver: null,
  provisional: false,
  tone: 'info' as const,
});

test('two things that lead to the same page are two rows, and neither takes the other’s place', async () => {
  keepSession('a-session');
  const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  jest
    .mocked(api.notices.workbench)
    .mockResolvedValue({ waitsForMe: [letter(1), letter(2)], iWaitFor: [], over: [], queues: [] });
  showPage(<WorkbenchDesk />);
  await screen.findByText('第 1 件');
  expect(screen.getByText('第 2 件')).toBeTruthy();
  expect(complaints.mock.calls.flat().filter((words) => String(words).includes('same key'))).toEqual([]);
});

test('who was made a judge only is not sent to pages that there are none of', async () => {
  keepSession('a-session');
  api.notices.workbench.mockResolvedValue({ waitsForMe: [], iWaitFor: [], over: [], queues: [] });
  const grant = { role: 'judge' as const, roleZh: '评委', scope: { kind: 'all' as const }, scopeZh: '全市' };
  api.people.me.mockResolvedValue({ grants: [grant] } as never);
  showPage(<WorkbenchDesk />);
  expect(await screen.findByText(/您是评委，相关功能还没有开放/)).toBeTruthy();
  expect(document.getElementById('to-me')).toBeNull();
});
