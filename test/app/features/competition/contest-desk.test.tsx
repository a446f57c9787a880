import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { KeptDesk } from '../../../../src/features/competition/announcements/kept-desk';
import { ContestDesk } from '../../../../src/features/competition/contest/contest-desk';
import { DriftDesk } from '../../../../src/features/competition/contest/drift-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';

const competition = api.competition;

const contestId = 'LF-XH-2026-141033';
const span = { opensAt: '2026-11-04T00:00:00+08:00', closesAt: '2026-12-14T00:00:00+08:00' };
const setup = {
  contestId,
  regionZh: '蒲县',
  editionZh: '2026 年星火项目创业大赛（演示）',
  version: 3,
  shutZh: null as string | null,
  card: { office: '蒲县窗口', phone: '0357-0000014', address: '蒲县', hours: '', venue: '' },
  tracks: [
    { code: 'modern_services', zh: '现代服务', own: false },
    { code: 'own-141033-1', zh: '核桃产业', own: true },
  ],
  ownTracksMax: 2,
  windows: [
    { code: 'signUp', zh: '报名', own: span, city: span, mayMove: true },
    { code: 'screening', zh: '资格审核', own: null, city: span, mayMove: false },
  ],
  changes: [],
};

test('a lead with one contest comes to it at once; a clash shows what a colleague kept beside what was typed, which stays', async () => {
  competition.contestSetups.mockResolvedValue({
    contests: [{ contestId, regionZh: '蒲县', editionZh: '', draft: false, contactMissing: false }],
  });
  competition.contestSetup.mockResolvedValue(setup);
  const current = { ...setup, version: 4, card: { ...setup.card, office: '同事改的' } };
  competition.saveContestCard.mockRejectedValueOnce(
    new Failure('CASE_STALE', '没有办成：赛场设置刚有变化', {}, current),
  );
  showPage(<ContestDesk contestId={null} />);
  expect(await screen.findByText('蒲县赛场设置')).toBeTruthy();
  fireEvent.change(control('card-office'), { target: { value: '我填的' } });
  fireEvent.click(control('card-save'));
  expect(await screen.findByText('刚保存的是“同事改的”，再点保存会换成您填的')).toBeTruthy();
  expect((control('card-office') as HTMLInputElement).value).toBe('我填的');
  competition.saveContestCard.mockResolvedValueOnce({ ...current, version: 5 });
  fireEvent.click(control('card-save'));
  await waitFor(() =>
    expect(competition.saveContestCard.mock.lastCall?.[0]).toMatchObject({ version: 4, office: '我填的' }),
  );
});

test('windows of the city are told, only those it lets a region move have days to choose; an own track alone can be taken away', async () => {
  competition.contestSetup.mockResolvedValue(setup);
  showPage(<ContestDesk contestId={contestId} />);
  expect(await screen.findByText('报名：11月4日（周三）至12月13日（周日）24:00')).toBeTruthy();
  expect(screen.getByText('全市11月4日（周三）至12月13日（周日）24:00，全市统一')).toBeTruthy();
  expect([document.getElementById('screening-first'), document.getElementById('remove-modern_services')]).toEqual([
    null,
    null,
  ]);
  expect((control('signUp-last') as HTMLInputElement).value).toBe('2026-12-13');
  fireEvent.change(control('signUp-last'), { target: { value: '2026-12-10' } });
  competition.moveWindow.mockRejectedValueOnce(
    new Failure('COMPETITION_WINDOW_OUTSIDE', '不行', { last: '不能晚于全市的截止时间12月13日（周日）24:00' }),
  );
  fireEvent.click(control('signUp-save'));
  expect(await screen.findByText('不能晚于全市的截止时间12月13日（周日）24:00')).toBeTruthy();
  expect(competition.moveWindow.mock.lastCall?.[0]).toEqual({
    contestId,
    version: 3,
    phase: 'signUp',
    first: '2026-11-04',
    last: '2026-12-10',
  });
});

test('who may only look sees the card and why, and nothing to press', async () => {
  competition.contestSetup.mockResolvedValue({
    ...setup,
    shutZh: '您可以查看，由本县（市、区）审核负责人或市级统筹人员修改',
  });
  showPage(<ContestDesk contestId={contestId} />);
  expect(await screen.findByText('0357-0000014')).toBeTruthy();
  for (const id of ['card-save', 'track-add', 'signUp-save', 'remove-own-141033-1']) {
    expect([id, document.getElementById(id)]).toEqual([id, null]);
  }
});

test('the choice of contests counts those of the published edition, not a draft’s beside them', async () => {
  const setup = (contestId: string, draft: boolean, contactMissing = false) => ({
    contestId,
    regionZh: '蒲县',
    editionZh: draft ? '2027' : '2026',
    draft,
    contactMissing,
  });
  competition.contestSetups.mockResolvedValue({
    contests: [setup('a', false), setup('b', false), setup('c', true, true)],
  });
  showPage(<ContestDesk contestId={null} />);
  expect(await screen.findByText('2 个赛场都有联系电话')).toBeTruthy();
});

test('the report’s title says how many differ; each says in what, since when and by whom', async () => {
  competition.drift.mockResolvedValue({
    editionZh: '2026',
    regions: [
      { contestId: 'a', regionZh: '尧都区', contactMissing: true, differences: [] },
      {
        contestId: 'b',
        regionZh: '蒲县',
        contactMissing: false,
        differences: [
          { what: 'track.x', zh: '自设赛道“核桃产业”', since: '2026-11-24T09:00:00+08:00', byZh: '蒲县审核负责人' },
        ],
      },
    ],
  });
  showPage(<DriftDesk />);
  expect(await screen.findByText('1 个赛场与全市规定不同')).toBeTruthy();
  expect(screen.getByText('2026-11-24 09:00 由蒲县审核负责人修改')).toBeTruthy();
  expect(screen.getByText('没有联系电话')).toBeTruthy();
});

test('what was typed is saved before it is published, under the version that came about by it', async () => {
  competition.keptAnnouncement.mockResolvedValue({
    announcementId: 'a',
    regionId: '141033',
    regionZh: '蒲县',
    state: 'draft',
    stateZh: '草稿',
    tone: 'neutral',
    waits: null,
    editable: true,
    live: false,
    title: '窗口周六开放',
    body: '上午收件。',
    publishedAt: null,
    version: 1,
    moves: [{ move: 'publish', label: '发布', danger: '会收到通知', closed: null }],
    files: [],
    timeline: [],
  });
  const moved = { announcementId: 'a', state: 'draft', stateZh: '草稿', version: 2 };
  competition.editAnnouncement.mockResolvedValue(moved);
  competition.publishAnnouncement.mockResolvedValue({ ...moved, state: 'published', version: 3 });
  showPage(<KeptDesk announcementId="a" />);
  await screen.findByText('蒲县公告');
  fireEvent.change(control('field-body'), { target: { value: '上午九点到十二点收件。' } });
  fireEvent.click(control('publish'));
  await waitFor(() =>
    expect(competition.publishAnnouncement.mock.lastCall?.[0]).toEqual({ announcementId: 'a', version: 2 }),
  );
  expect(competition.editAnnouncement.mock.lastCall?.[0]).toMatchObject({ version: 1, body: '上午九点到十二点收件。' });
});
