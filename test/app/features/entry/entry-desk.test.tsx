import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { api } from '../../../../src/client/api';
import { EntryDesk } from '../../../../src/features/entry/entry-desk';
import { contestView, entryId, entryView, sectionView } from './entry-data';
import { control, showPage } from './show-page';

jest.mock('../../../../src/client/api', () => ({
  api: {
    entry: { get: jest.fn(), submit: jest.fn(), resubmit: jest.fn(), recall: jest.fn(), withdraw: jest.fn() },
    competition: { contest: jest.fn() },
  },
}));

const { get, submit, withdraw } = jest.mocked(api.entry);
const offered = { move: 'submit', label: '提交报名', danger: null, closed: null };

beforeEach(() => {
  jest.mocked(api.competition.contest).mockResolvedValue(contestView);
});

test('two taps submit once, and the receipt follows', async () => {
  get.mockResolvedValue(entryView({ moves: [offered] }));
  submit.mockResolvedValue({ entryId, state: 'submitted', stateZh: '已提交，等待审核', version: 2 });
  showPage(<EntryDesk entryId={entryId} />);
  const button = await waitFor(() => control('submit'));
  fireEvent.click(button);
  fireEvent.click(button);
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/packages/entry/receipt/index?entryId=${entryId}` }),
  );
  expect(submit).toHaveBeenCalledTimes(1);
  expect(submit.mock.lastCall?.[0]).toEqual({ entryId, version: 1 });
});

test('what is missing is listed instead of submitting, each with the way there', async () => {
  const obstacles = [{ section: 'leader' as const, text: '身份证号：请填写身份证号' }];
  const sections = [sectionView({ section: 'leader', zh: '项目负责人' })];
  get.mockResolvedValue(
    entryView({ sections, obstacles, moves: [{ ...offered, closed: '身份证号：请填写身份证号' }] }),
  );
  showPage(<EntryDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('submit')));
  expect(await screen.findByText('提交前还差 1 处')).toBeTruthy();
  fireEvent.click(control('obstacle-leader'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/packages/entry/section/index?entryId=${entryId}&section=leader&check=1`,
  });
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
          { section: 'project', sectionZh: '项目情况', text: '项目简介不完整' },
          { section: 'materials', sectionZh: '参赛材料', text: '营业执照不清晰' },
        ],
      },
    }),
  );
  showPage(<EntryDesk entryId={entryId} />);
  expect(await screen.findByText('还剩 4 个工作日')).toBeTruthy();
  expect(control('fault-0').textContent).toContain('项目简介不完整');
  expect(control('fault-1').textContent).toContain('营业执照不清晰');
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
