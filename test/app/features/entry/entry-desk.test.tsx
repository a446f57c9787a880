import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { EntryDesk } from '../../../../src/features/entry/progress/entry-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, entryView, homeView, sectionView } from './entry-data';

const { get, submit, withdraw } = api.entry;
const offered = { move: 'submit', label: '提交报名', danger: null, closed: null };

beforeEach(() => {
  api.competition.contest.mockResolvedValue(contestView);
  api.competition.home.mockResolvedValue(homeView);
});

test('two taps submit once, and the receipt follows', async () => {
  get.mockResolvedValue(entryView({ moves: [offered] }));
  submit.mockResolvedValue({ entryId, state: 'submitted', stateZh: '已提交，等待审核', version: 2 });
  showPage(<EntryDesk entryId={entryId} />);
  const button = await waitFor(() => control('submit'));
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/packages/entry/receipt/index?entryId=${entryId}&sent=1` }),
  );
  expect(submit).toHaveBeenCalledTimes(1);
  expect(submit.mock.lastCall?.[0]).toEqual({ entryId, version: 1 });
});

test('what is missing is listed instead of submitting, each with the way there', async () => {
  const obstacles = [{ section: 'leader' as const, text: '请填写身份证号' }];
  const sections = [sectionView({ section: 'leader', zh: '项目负责人' })];
  get.mockResolvedValue(entryView({ sections, obstacles, moves: [{ ...offered, closed: '请填写身份证号' }] }));
  showPage(<EntryDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('submit')));
  expect(await screen.findByText('提交前还差 1 处')).toBeTruthy();
  fireEvent.click(control('obstacle-leader'));
  const url = `/packages/entry/section/index?entryId=${entryId}&section=leader&check=1`;
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url }));
  expect(submit).not.toHaveBeenCalled();
});

test('after the deadline the button is closed and says why', async () => {
  get.mockResolvedValue(
    entryView({ moves: [{ ...offered, closed: '报名已于12月13日（周日）24:00 截止，不能再提交' }] }),
  );
  showPage(<EntryDesk entryId={entryId} />);
  expect(await screen.findByText('报名已于12月13日（周日）24:00 截止，不能再提交')).toBeTruthy();
  expect((control('submit') as HTMLButtonElement).disabled).toBe(true);
});

test('a returned entry shows every fault at once with the working days left', async () => {
  get.mockResolvedValue(
    entryView({
      state: 'returned',
      stateZh: '需要补正',
      workdaysLeft: 4,
      workdaysOver: null,
      notice: {
        n: 1,
        sentAt: '2026-11-24T10:00:00+08:00',
        dueDate: '2026-12-01',
        message: '',
        faults: [
          { section: 'project', sectionZh: '项目情况', text: '项目简介不完整', field: 'summary' },
          { section: 'materials', sectionZh: '参赛材料', text: '营业执照不清晰', field: null },
        ],
      },
    }),
  );
  showPage(<EntryDesk entryId={entryId} />);
  expect(await screen.findByText('还剩 4 个工作日')).toBeTruthy();
  expect(control('fault-0').textContent).toContain('项目简介不完整');
  expect(control('fault-1').textContent).toContain('营业执照不清晰');
  fireEvent.click(control('fault-0'));
  const url = expect.stringContaining('at=summary');
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url }));
});

test('withdrawing asks for a reason and asks again', async () => {
  const danger = '退赛后本项目不能恢复，如只想修改内容请选“撤回修改”。';
  get.mockResolvedValue(entryView({ moves: [{ move: 'withdraw', label: '退赛', danger, closed: null }] }));
  withdraw.mockResolvedValue({ entryId, state: 'withdrawn', stateZh: '已退赛', version: 2 });
  showPage(<EntryDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('withdraw')));
  fireEvent.change(control('withdraw-reason'), { target: { value: '家中有事' } });
  fireEvent.click(control('withdraw-send'));
  await waitFor(() => expect(withdraw.mock.lastCall?.[0]).toEqual({ entryId, version: 1, reason: '家中有事' }));
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '退赛', content: danger }));
});

test('a draft is deleted after a question, and what this device held of it goes too', async () => {
  const danger = '填写的内容一并删除，不能恢复。';
  get.mockResolvedValue(entryView({ moves: [{ move: 'deleteDraft', label: '删除草稿', danger, closed: null }] }));
  api.entry.deleteDraft.mockResolvedValue({ ok: true });
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  showPage(<EntryDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('delete-draft')));
  await waitFor(() =>
    expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '删除草稿', content: danger })),
  );
  expect(api.entry.deleteDraft).not.toHaveBeenCalled();
  fireEvent.click(control('delete-draft'));
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/workbench/index' }));
  expect(api.entry.deleteDraft.mock.lastCall?.[0]).toEqual({ entryId, version: 1 });
  expect(Taro.removeStorageSync).toHaveBeenCalledWith(`xinghuo-draft:${entryId}:project`);
});

test('the leader changes county, track and group of a draft; a track that the county does not run is chosen anew', async () => {
  const card = (regionId: string, regionZh: string, code: string) => ({
    contestId: `LF-XH-2026:${regionId}`,
    regionId,
    regionZh,
    locatedIn: null,
    tracks: [{ code, zh: code === 'startup' ? '创业赛道' : '微视听创意', kind: 'common' as const }],
    contact: null,
    signUp: null,
  });
  const contests = [card('141033', '蒲县', 'startup'), card('LFEDZ', '临汾经济开发区', 'audiovisual')];
  api.competition.home.mockResolvedValue({ ...homeView, contests });
  const group = { registered: false, hintZh: '', ageMin: 16, ageMax: null, teamMin: 1, teamMax: 5 };
  const months = { registeredAfterMonths: null, registeredUpToMonths: null };
  api.competition.contest.mockResolvedValue({
    ...contestView,
    groups: [{ code: 'idea_team', zh: '创意组', ...group, ...months }],
  });
  const data = { title: '山货直供', trackCode: 'startup', groupCode: 'idea_team' };
  get.mockResolvedValue(entryView({ sections: [sectionView({ data })] }));
  const { changeContest } = api.entry;
  changeContest.mockResolvedValue({ entryId, state: 'draft', stateZh: '填写中', version: 2 });
  showPage(<EntryDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('change-place')));
  fireEvent.change(control('place-contest'), { target: { value: 'LF-XH-2026:LFEDZ' } });
  fireEvent.click(control('place-send'));
  expect(await screen.findByText('请选择赛道')).toBeTruthy();
  expect(changeContest).not.toHaveBeenCalled();
  fireEvent.click(control('place-track-audiovisual'));
  fireEvent.click(control('place-send'));
  await waitFor(() =>
    expect(changeContest.mock.lastCall?.[0]).toEqual({
      entryId,
      version: 1,
      contestId: 'LF-XH-2026:LFEDZ',
      trackCode: 'audiovisual',
      groupCode: 'idea_team',
    }),
  );
});

test('the task list says who has not yet said yes', async () => {
  const member = {
    memberId: entryId,
    personId: entryId,
    name: '李强',
    roleZh: '技术',
    phoneMasked: '199****9000',
    access: 'edit' as const,
    consentedAt: null,
    isMe: false,
  };
  const team = sectionView({ section: 'team', zh: '团队成员' });
  get.mockResolvedValue(entryView({ sections: [team], members: [member] }));
  showPage(<EntryDesk entryId={entryId} />);
  expect(await screen.findByText('负责人和 1 名成员，1 人还没有确认参赛')).toBeTruthy();
});
