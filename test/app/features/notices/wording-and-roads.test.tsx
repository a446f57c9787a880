import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { WordingDesk } from '../../../../src/features/notices/wordings/wording-desk';
import { PhoneChoices } from '../../../../src/features/people/phone-choices';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const shown = (page: ReactNode) => showPage(page).container;
beforeEach(() => keepSession('a-session'));
const field = (container: HTMLElement, id: string) => container.querySelector(`#${id}`) as HTMLInputElement;
const type = (container: HTMLElement, id: string, value: string) =>
  fireEvent.input(field(container, id), { target: { value }, detail: { value } });

const words = { title: '报名需补正', body: '“{项目名称}”请改好。' };

test('a notice is read as it will be told while it is written; what cannot be used is said beside it, and a refusal loses nothing', async () => {
  api.notices.wording.mockResolvedValue({
    notice: 'entry.returned',
    version: 0,
    own: false,
    ...words,
    codes: words,
    placeholders: [{ zh: '项目名称', sample: '蒲县山货直供', needed: true }],
    versions: [],
  });
  jest
    .mocked(api.notices.saveWording)
    .mockRejectedValue(new Failure('NOTICES_WORDING_STALE', '别人刚改过这条通知，请刷新后再改'));
  const container = shown(<WordingDesk notice="entry.returned" />);
  await screen.findByText('“蒲县山货直供”请改好。');
  type(container, 'field-body', '请尽快改好。');
  await screen.findByText('少了{项目名称}，请写进标题或者正文');
  fireEvent.click(screen.getByText('保存写法'));
  expect(api.notices.saveWording).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText('{项目名称}'));
  await screen.findByText('请尽快改好。蒲县山货直供');
  type(container, 'field-why', '更好懂');
  fireEvent.click(screen.getByText('保存写法'));
  await screen.findByText('别人刚改过这条通知，请刷新后再改');
  expect(api.notices.saveWording.mock.calls[0]?.[0]).toMatchObject({
    notice: 'entry.returned',
    version: 0,
    body: '请尽快改好。{项目名称}',
    why: '更好懂',
  });
  await screen.findByText('请尽快改好。蒲县山货直供');
});

test('text messages are agreed to apart, unticked, before any kind of them can be turned on; each road is chosen by itself', async () => {
  const item = { purpose: 'entryResult' as const, zh: '报名审核结果', templateId: 'tmpl', left: 1, wanted: true };
  const texts = { version: '1', zh: '同意接收短信提醒', words: '用您填写的手机号。', given: false, sent: 0, most: 5 };
  const phoneReminders = api.notices.phoneReminders;
  phoneReminders.mockResolvedValue({ items: [{ ...item, text: true }], texts });
  api.notices.chooseTexts.mockResolvedValue({ items: [], texts });
  api.notices.choosePhone.mockResolvedValue({ items: [], texts });
  const container = shown(<PhoneChoices />);
  await screen.findByText('同意接收短信提醒');
  expect(field(container, 'texts').getAttribute('aria-checked')).toBe('false');
  fireEvent.click(field(container, 'text-entryResult'));
  expect(api.notices.choosePhone).not.toHaveBeenCalled();
  phoneReminders.mockResolvedValue({ items: [{ ...item, text: true }], texts: { ...texts, given: true, sent: 2 } });
  fireEvent.click(field(container, 'texts'));
  await screen.findByText('用您填写的手机号。本月已发 2 条。');
  expect(api.notices.chooseTexts.mock.calls[0]?.[0]).toEqual({ agreed: true, version: '1' });
  fireEvent.click(field(container, 'text-entryResult'));
  await waitFor(() =>
    expect(api.notices.choosePhone.mock.calls[0]?.[0]).toEqual({
      purpose: 'entryResult',
      road: 'text',
      wanted: false,
    }),
  );
});
