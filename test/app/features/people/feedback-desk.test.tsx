import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { FeedbackDesk } from '../../../../src/features/people/feedback-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';

const people = api.people;
const item = {
  id: '0197f000-0000-7000-8000-000000000011',
  reference: 'YJ20261124-0001',
  kind: 'complaint' as const,
  kindZh: '投诉',
  body: '窗口没有人',
  createdAt: '2026-11-24T10:00:00+08:00',
  answer: null,
  answeredAt: null,
  dueDate: '2099-01-02',
  workdaysLeft: 14,
  workdaysOver: null,
  provisional: false,
  contactMasked: '199****5678',
  version: 1,
};

const meWith = (role: 'cityStaff' | 'auditor') => ({
  personId: '0197f000-0000-7000-8000-0000000000aa',
  displayName: '市级统筹',
  phoneMasked: null,
  elderMode: false,
  grants: [{ role, scope: { kind: 'all' as const }, roleZh: '', scopeZh: '全市' }],
  unread: 0,
});

const show = () => showPage(<FeedbackDesk />);

beforeEach(() => {
  keepSession('a-session');
  people.me.mockResolvedValue(meWith('cityStaff'));
  people.listFeedback.mockResolvedValue({ items: [item], next: null, waiting: 1 });
});

test('the city answers a message with its version', async () => {
  people.answerFeedback.mockResolvedValue({ ...item, answer: '已安排值班', version: 2 });
  show();
  expect(await screen.findByText('还剩 14 个工作日')).toBeTruthy();
  fireEvent.click(await waitFor(() => control(`answer-${item.id}`)));
  fireEvent.change(control('answer-text'), { target: { value: '已安排值班' } });
  fireEvent.click(control('answer-send'));
  await waitFor(() =>
    expect(people.answerFeedback.mock.lastCall?.[0]).toEqual({
      feedbackId: item.id,
      version: 1,
      answer: '已安排值班',
    }),
  );
});

test('an answer that came too late shows the one that stands, and keeps what was typed', async () => {
  const current = { ...item, answer: '同事已答复', version: 2 };
  people.answerFeedback.mockRejectedValue(
    new Failure('PEOPLE_FEEDBACK_STALE', '这条投诉建议已有人答复，请刷新后再看', {}, current),
  );
  show();
  fireEvent.click(await waitFor(() => control(`answer-${item.id}`)));
  fireEvent.change(control('answer-text'), { target: { value: '已安排值班' } });
  fireEvent.click(control('answer-send'));
  expect((await waitFor(() => control('answer-standing'))).textContent).toBe('已有的答复：同事已答复');
  expect((control('answer-text') as HTMLTextAreaElement).value).toBe('已安排值班');
});

test('the auditor reads and cannot answer', async () => {
  people.me.mockResolvedValue(meWith('auditor'));
  show();
  expect(await screen.findByText('窗口没有人')).toBeTruthy();
  expect(document.getElementById(`answer-${item.id}`)).toBeNull();
  expect(screen.getByText('199****5678')).toBeTruthy();
  expect(document.getElementById(`reveal-${item.id}`)).toBeNull();
});

test('the city opens a sender’s contact, for a minute', async () => {
  people.revealContact.mockResolvedValue({ contact: '19900005678' });
  show();
  fireEvent.click(await waitFor(() => control(`reveal-${item.id}`)));
  expect(await screen.findByText('19900005678')).toBeTruthy();
  expect(people.revealContact.mock.lastCall?.[0]).toEqual({ feedbackId: item.id });
});
