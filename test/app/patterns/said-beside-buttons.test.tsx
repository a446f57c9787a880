import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { askWechat } from '../../../src/client/ask-wechat';
import { keepSession } from '../../../src/client/session/session';
import { ClosingNote } from '../../../src/patterns/closing-note';
import { usePhoneOffer } from '../../../src/patterns/use-phone-offer';
import { api } from '../../support/api';
import { showPage } from '../../support/shown';

jest.mock('../../../src/client/ask-wechat', () => ({ askWechat: jest.fn(), wechatReminds: true }));

function show(what: ReactNode) {
  keepSession('a-session');
  return showPage(what);
}

test('a page says until when something new comes in, then that it does no more, and nothing of what is served', async () => {
  const closing = { scope: 'module:training', whatZh: '创业培训', closesOn: '2026-11-30', stopped: false };
  api.rights.closings.mockResolvedValueOnce({ closings: [closing] });
  const { unmount } = show(<ClosingNote scopes={['module:training']} />);
  expect(await screen.findByText('“创业培训”2026年11月30日起停止，要办的请在此之前提交。')).toBeTruthy();
  unmount();
  api.rights.closings.mockResolvedValueOnce({
    closings: [
      { ...closing, stopped: true },
      { ...closing, scope: 'module:awards', whatZh: '获奖' },
    ],
  });
  show(
    <>
      <ClosingNote scopes={['module:training']} />
      <ClosingNote scopes={['module:policies']} />
    </>,
  );
  await screen.findByText('“创业培训”自2026年11月30日起已停止，不再接受新的内容，已提交的照常办理。');
  expect(document.querySelectorAll('.xh-notice')).toHaveLength(1);
});

test('of two purposes that share a template the one agreed to the fewest times is named beside the button, asked, and gets the answer', async () => {
  const item = { templateId: 'activity', wanted: true, text: null };
  api.notices.phoneReminders.mockResolvedValue({
    items: [
      { ...item, purpose: 'classOffer', zh: '培训名额通知', left: 1 },
      { ...item, purpose: 'classSoon', zh: '开课、改期和取消提醒', left: 0 },
    ],
    texts: null,
  } as never);
  jest.mocked(askWechat).mockResolvedValue(new Map([['activity', 'accept']]));
  api.notices.keepPhoneAnswers.mockResolvedValue({ items: [], texts: null } as never);
  function Offer() {
    const { words, ask } = usePhoneOffer(['classOffer', 'classSoon']);
    return (
      <button type="button" onClick={() => void ask()}>
        {words}
      </button>
    );
  }
  show(<Offer />);
  fireEvent.click(await screen.findByText('微信会询问是否接收“开课、改期和取消提醒”，同意一次提醒一次。'));
  await waitFor(() => expect(api.notices.keepPhoneAnswers).toHaveBeenCalledTimes(1));
  expect(jest.mocked(askWechat).mock.calls).toEqual([[['activity']]]);
  expect(api.notices.keepPhoneAnswers.mock.calls[0]?.[0]).toEqual({
    answers: [{ purpose: 'classSoon', answer: 'accept' }],
  });
});
