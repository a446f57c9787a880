import Taro from '@tarojs/taro';
import { fireEvent, screen } from '@testing-library/react';
import { api } from '../../../../src/client/api';
import { keepSession } from '../../../../src/client/session/session';
import { EligibilityDesk } from '../../../../src/features/entry/begin/eligibility-desk';
import { entryStanding } from '../../../support/entry-standing';
import { contestView, entryId, homeView } from './entry-data';
import { control, showPage } from './show-page';

jest.mock('../../../../src/client/api', () => ({
  api: {
    entry: { mine: jest.fn(), start: jest.fn() },
    competition: { home: jest.fn(), contest: jest.fn() },
  },
}));

const own = {
  entryId,
  title: '山货直供',
  reference: 'XH2026-141033-0001',
  regionZh: '蒲县',
  trackZh: '乡村振兴',
  editionZh: homeView.edition?.nameZh ?? '',
  ...entryStanding('under_review', 'own'),
  role: 'leader' as const,
  nextZh: null,
  link: `/packages/entry/status/index?entryId=${entryId}`,
};

beforeEach(() => {
  keepSession('a-session');
  jest.mocked(api.competition.home).mockResolvedValue(homeView);
  jest.mocked(api.competition.contest).mockResolvedValue(contestView);
});

test('each may enter one project, and who has entered one is told which, with the way there', async () => {
  jest.mocked(api.entry.mine).mockResolvedValue({ entries: [own] });
  showPage(<EligibilityDesk contestId="" />);
  expect(await screen.findByText('您本届已报了“山货直供”', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText('每人只能报一个项目（作为负责人）')).toBeTruthy();
  fireEvent.click(control(`entered-${entryId}`));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: own.link });
});

test('a project of another edition, of somebody else or one that was given up is in nobody’s way', async () => {
  jest.mocked(api.entry.mine).mockResolvedValue({
    entries: [
      { ...own, editionZh: '往届' },
      { ...own, role: 'member' },
      { ...own, ...entryStanding('withdrawn', 'own') },
      { ...own, title: '还没填完', ...entryStanding('draft', 'own'), link: '/packages/entry/entry/index' },
    ],
  });
  showPage(<EligibilityDesk contestId="" />);
  expect(await screen.findByText('还没填完')).toBeTruthy();
  expect(document.getElementById('entered')).toBeNull();
});
