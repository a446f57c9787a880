import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { SearchDesk } from '../../../../src/features/screening/search/search-desk';
import { api } from '../../../support/api';
import { entryStanding } from '../../../support/entry-standing';
import { control, entryId, show } from './review-view';

const row = {
  entryId,
  title: '山里的香菇',
  reference: 'XH2026-141033-0001',
  regionZh: '蒲县',
  leaderZh: '王小明',
  phoneTail: '8000',
  pastYear: 2025,
  ...entryStanding('rejected', 'staff'),
};

beforeEach(() => {
  keepSession('a-session');
  jest
    .mocked(api.screening.search)
    .mockReset()
    .mockResolvedValue({ items: [row], next: null });
});

const type = (q: string) => fireEvent.input(control('search'), { target: { value: q } });

test('nothing is asked before something is typed; what is found says whom to call, where it stands and of which year it is', async () => {
  show(<SearchDesk params={{}} />);
  expect(screen.getByText('在所有状态里查找')).toBeTruthy();
  expect(api.screening.search).not.toHaveBeenCalled();
  type(' 8000 ');
  expect(await screen.findByText('山里的香菇')).toBeTruthy();
  expect(api.screening.search.mock.lastCall?.[0]).toEqual({ q: '8000', cursor: null });
  for (const words of ['王小明（尾号 8000）', 'XH2026-141033-0001', '蒲县', '不予通过', '2025 年'])
    expect(screen.getByText(words)).toBeTruthy();
});

test('too little is told as a hint, nothing found with what to do, and what a link brings is looked for at once', async () => {
  const tooShort = new Failure('SCREENING_SEARCH_TOO_SHORT', '请至少输入 2 个字，或手机号后四位');
  api.screening.search.mockRejectedValueOnce(tooShort);
  show(<SearchDesk params={{ q: '山' }} />);
  expect(await screen.findByText(tooShort.message)).toBeTruthy();
  expect(document.getElementById('page-retry')).toBeNull();
  api.screening.search.mockResolvedValue({ items: [], next: null });
  type('没有的项目');
  expect(await screen.findByText('没有找到')).toBeTruthy();
  await waitFor(() => expect(api.screening.search).toHaveBeenCalledTimes(2));
});
