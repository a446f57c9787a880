import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { EligibilityDesk } from '../../../../src/features/entry/begin/eligibility-desk';
import { api } from '../../../support/api';
import { entryStanding } from '../../../support/entry-standing';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, homeView } from './entry-data';

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
  api.competition.home.mockResolvedValue(homeView);
  api.competition.contest.mockResolvedValue(contestView);
});

test('each may enter one project, and who has entered one is told which, with the way there', async () => {
  api.entry.mine.mockResolvedValue({ entries: [own] });
  showPage(<EligibilityDesk contestId="" />);
  expect(await screen.findByText('您本届已报了“山货直供”', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText('每人只能报一个项目（作为负责人）')).toBeTruthy();
  fireEvent.click(control(`entered-${entryId}`));
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: own.link }));
});

test('a project of another edition, of somebody else or one that was given up is in nobody’s way', async () => {
  api.entry.mine.mockResolvedValue({
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

test('the paper is asked, the usual one chosen; with none of them one cannot begin', async () => {
  api.entry.mine.mockResolvedValue({ entries: [] });
  const group = { code: 'idea_team', zh: '创意组', hintZh: '', registered: false, ageMin: 16, ageMax: null };
  api.competition.contest.mockResolvedValue({
    ...contestView,
    groups: [{ ...group, teamMin: 1, teamMax: 5, registeredAfterMonths: null, registeredUpToMonths: null }],
    identityPapers: ['resident_id', 'passport'],
  });
  showPage(<EligibilityDesk contestId={contestView.contestId} />);
  const paper = await waitFor(() => control('field-idKind'));
  expect((paper as HTMLSelectElement).value).toBe('resident_id');
  expect(document.getElementById('finding-ID_PAPER')).toBeNull();
  fireEvent.click(control('field-groupCode-idea_team'));
  fireEvent.change(paper, { target: { value: 'none' } });
  expect(control('finding-ID_PAPER').textContent).toContain('不符合');
  expect(screen.getAllByText('负责人须有下列证件之一：居民身份证、护照')).toHaveLength(2);
  fireEvent.change(paper, { target: { value: 'passport' } });
  expect(control('finding-ID_PAPER').textContent).toContain('护照由审核人员核对');
});

test('where sign-up has no time yet, nothing is begun, and why stands above the button', async () => {
  api.entry.mine.mockResolvedValue({ entries: [] });
  api.competition.contest.mockResolvedValue({ ...contestView, signUp: null });
  showPage(<EligibilityDesk contestId={contestView.contestId} />);
  expect(await screen.findByText('报名时间待定')).toBeTruthy();
  expect(control('start').hasAttribute('disabled')).toBe(true);
});
