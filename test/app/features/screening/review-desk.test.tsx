import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { holdsUnsent, leaveDevice } from '../../../../src/client/session/leave-device';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import type { Draft } from '../../../../src/features/screening/review/marks/mark-keeper';
import { ReviewDesk } from '../../../../src/features/screening/review/review-desk';
import { api } from '../../../support/api';
import { tap, type } from '../../../support/shown';
import {
  claimMove,
  clerk,
  control,
  decidedAnswer,
  decisionView,
  entryId,
  holdersMoves,
  move,
  reviewView,
  section,
  show,
} from './review-view';

const screening = api.screening;

/** The server's side of a review: marks are kept and shown again. */
function serve(given = reviewView()) {
  let view = given;
  screening.review.mockImplementation(async () => view);
  screening.markSection.mockImplementation(async ({ section: name, ...draft }) => {
    const sections = view.sections.map((each) =>
      each.section === name ? { ...each, ...(draft as Draft), markVersion: each.markVersion + 1 } : each,
    );
    view = { ...view, sections };
    return sections.find((each) => each.section === name) ?? section(name, '');
  });
  return {
    set: (next: typeof given) => {
      view = next;
    },
  };
}

const isDisabled = (id: string) => (control(id) as HTMLButtonElement).disabled;

beforeEach(() => {
  leaveDevice();
  keepSession('a-session');
  api.people.me.mockResolvedValue(clerk);
  screening.neighbours.mockResolvedValue({ place: null, previous: null, next: null });
});

test('a claim that a colleague was faster with says who has it, and shows the entry as it is now', async () => {
  const unclaimed = { claimedByZh: null, claimedByMe: false, claimedAt: null, state: 'submitted', stateZh: '待受理' };
  const server = serve(reviewView({ ...unclaimed, moves: [claimMove] }));
  const sentence = '这个项目已由蒲县审核人员二于 2026-11-24 09:10 受理';
  screening.claim.mockImplementation(async () => {
    server.set(
      reviewView({
        claimedByZh: '蒲县审核人员二',
        claimedByMe: false,
        claimedAt: '2026-11-24T09:10:00+08:00',
        moves: [],
      }),
    );
    throw new Failure('CASE_HELD_BY_OTHER', sentence);
  });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('claim')));
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(await screen.findByText('蒲县审核人员二已受理（11月24日 09:10）')).toBeTruthy();
  expect(document.getElementById('claim')).toBeNull();
});

test('returning is closed until every section is read, and then lists every fault at once', async () => {
  serve();
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('mark-project-fault')));
  fireEvent.click(control('reasons-project-project-unclear'));
  expect(isDisabled('return')).toBe(true);
  expect(control('move-closed').textContent).toBe('退回前请审完每一部分，还有“带动就业”未审');

  fireEvent.click(control('mark-jobs-fault'));
  fireEvent.change(control('comment-jobs'), { target: { value: '依据请写到户' } });
  await waitFor(() => expect(isDisabled('return')).toBe(false));
  expect(isDisabled('approve')).toBe(true);

  fireEvent.click(control('return'));
  const sheet = within(control('return-sheet'));
  expect(sheet.getByText('1. 项目情况不完整，请补充')).toBeTruthy();
  expect(sheet.getByText('1. 依据请写到户')).toBeTruthy();

  screening.return.mockResolvedValue(decidedAnswer);
  fireEvent.change(control('return-message'), { target: { value: '有问题请来电' } });
  fireEvent.click(control('return-send'));
  await waitFor(() =>
    expect(screening.return.mock.lastCall?.[0]).toEqual({ entryId, version: 3, message: '有问题请来电' }),
  );
  expect(screening.markSection.mock.calls.at(-1)?.[0]).toMatchObject({ section: 'jobs', comment: '依据请写到户' });
});

test('the fields of a part that are wrong are named in the letter, and stand out in the form', async () => {
  const line = (field: string, label: string) => ({ field, label, value: '1', before: null, sealed: false });
  const lines = [line('name', '单位名称'), line('uscc', '信用代码')];
  serve(reviewView({ sections: [section('entity', '经营主体', { lines })] }));
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('mark-entity-fault')));
  fireEvent.click(control('fields-entity-uscc'));
  fireEvent.click(control('reasons-entity-entity-unclear'));
  expect(control('line-entity-uscc').textContent).toContain('有误');
  expect(control('line-entity-name').textContent).not.toContain('有误');
  fireEvent.click(await waitFor(() => control('return')));
  expect(within(control('return-sheet')).getByText('1. 信用代码：经营主体不完整，请补充')).toBeTruthy();
  await waitFor(() => expect(screening.markSection.mock.lastCall?.[0]).toMatchObject({ fields: ['uscc'] }));
});

test('what waits for the city to judge is named to the reviewer, who goes on', async () => {
  serve(
    reviewView({ unjudged: ['项目名称', '单位名称'], sections: [section('project', '项目情况', { verdict: 'ok' })] }),
  );
  show(<ReviewDesk entryId={entryId} />);
  const words = '待核：项目名称、单位名称。用词由市级统筹人员核对，核对前不对外公开，不影响审核';
  expect(await screen.findByText(words)).toBeTruthy();
  expect(control('approve').hasAttribute('disabled')).toBe(false);
});

test('a refused return keeps the message that was typed', async () => {
  const read = { verdict: 'fault' as const, comment: '请补充' };
  serve(reviewView({ sections: [section('project', '项目情况', read)] }));
  screening.return.mockRejectedValue(new Failure('CASE_STALE', '没有办成：项目刚有变化。请刷新后再办'));
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('return')));
  fireEvent.change(control('return-message'), { target: { value: '有问题请来电' } });
  fireEvent.click(control('return-send'));
  const sheet = within(control('return-sheet'));
  expect(await sheet.findByText('没有办成：项目刚有变化。请刷新后再办')).toBeTruthy();
  expect((control('return-message') as HTMLTextAreaElement).value).toBe('有问题请来电');
  expect(screening.review.mock.calls.length).toBeGreaterThan(1);
});

test('what one sheet was refused with stands in no other, nor at the foot of the page', async () => {
  const sentence = '不要写身份证号';
  serve();
  screening.reject.mockRejectedValue(new Failure('WRITTEN_WRONG', sentence, { reason: sentence }));
  show(<ReviewDesk entryId={entryId} />);
  await tap('more-moves');
  await tap('reject');
  type('reject-reason', '身份证号 141000 不符');
  await tap('reject-send');
  expect(await within(control('reject-sheet')).findByText(sentence)).toBeTruthy();
  expect(screen.getAllByText(sentence)).toHaveLength(1);
  await tap('reject-sheet-close');
  expect(screen.queryByText(sentence)).toBeNull();
  await tap('more-moves');
  await tap('transfer');
  expect(within(control('transfer-sheet')).queryByText(sentence)).toBeNull();
});

test('what a reviewer adds to the letter is found again by who comes back, until the letter is decided', async () => {
  const read = { verdict: 'fault' as const, comment: '请补充' };
  serve(reviewView({ sections: [section('project', '项目情况', read)] }));
  screening.return.mockResolvedValue(decidedAnswer);
  const page = show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('return')));
  fireEvent.change(control('return-message'), { target: { value: '请带原件到窗口' } });
  page.unmount();
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('return')));
  expect((control('return-message') as HTMLTextAreaElement).value).toBe('请带原件到窗口');
  fireEvent.click(control('return-send'));
  await waitFor(() => expect(screening.return.mock.lastCall?.[0]).toMatchObject({ message: '请带原件到窗口' }));
  await waitFor(() => expect(holdsUnsent()).toBe(false));
});

test('approving asks first, and stands apart from returning', async () => {
  const read = { verdict: 'ok' as const };
  serve(reviewView({ sections: [section('project', '项目情况', read)] }));
  screening.approve.mockResolvedValue(decidedAnswer);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  show(<ReviewDesk entryId={entryId} />);
  const button = await waitFor(() => control('approve'));
  const bar = Array.from(button.parentElement?.children ?? []).map(({ id }) => id);
  expect(bar).toEqual(['return', 'more-moves', 'approve']);
  fireEvent.click(button);
  await waitFor(() =>
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ title: '审核通过', content: '负责人和团队会收到审核通过的通知。' }),
    ),
  );
  expect(screening.approve).not.toHaveBeenCalled();
  fireEvent.click(control('approve'));
  await waitFor(() => expect(screening.approve.mock.lastCall?.[0]).toEqual({ entryId, version: 3 }));
});

test('a reopening has a reason that the team reads, and a note that stays with staff', async () => {
  const reopen = { move: 'reopen', label: '重新审核', danger: '原来的审核结果不再有效。', closed: null };
  serve(reviewView({ state: 'rejected', stateZh: '不予通过', claimedByMe: false, claimedByZh: null, moves: [reopen] }));
  screening.reopen.mockResolvedValue({ entryId, state: 'under_review', stateZh: '审核中', version: 4 });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('reopen')));
  const sheet = within(control('reopen-sheet'));
  expect(sheet.getByText('写明为什么重新审核，负责人和团队会看到')).toBeTruthy();
  expect(sheet.getByText('仅工作人员可见，不会告知参赛者')).toBeTruthy();
  fireEvent.change(control('reopen-reason'), { target: { value: '申诉属实' } });
  fireEvent.change(control('reopen-note'), { target: { value: '先核实' } });
  fireEvent.click(control('reopen-send'));
  await waitFor(() =>
    expect(screening.reopen.mock.lastCall?.[0]).toEqual({ entryId, version: 3, reason: '申诉属实', note: '先核实' }),
  );
});

test('a rejection without a reason is not sent', async () => {
  serve();
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('more-moves')));
  fireEvent.click(control('reject'));
  fireEvent.click(control('reject-send'));
  expect(await screen.findByText('请写明理由')).toBeTruthy();
  expect(screening.reject).not.toHaveBeenCalled();
});

test('a transfer is decided into a track that is run there too', async () => {
  const yaodu = { contestId: 'LF-XH-2026-141002', regionZh: '尧都区', tracks: [{ code: 'rural', zh: '乡村振兴' }] };
  serve(reviewView({ transferTargets: [yaodu] }));
  screening.transfer.mockResolvedValue(decidedAnswer);
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('more-moves')));
  fireEvent.click(control('transfer'));
  fireEvent.change(control('transfer-region'), { target: { value: yaodu.contestId } });
  // The same track is run there, so that it is chosen already.
  expect((control('transfer-track') as HTMLSelectElement).value).toBe('rural');
  fireEvent.change(control('transfer-reason'), { target: { value: '在尧都区落地' } });
  fireEvent.click(control('transfer-send'));
  await waitFor(() =>
    expect(screening.transfer.mock.lastCall?.[0]).toEqual({
      entryId,
      version: 3,
      toContestId: yaodu.contestId,
      trackCode: 'rural',
      reason: '在尧都区落地',
    }),
  );
});

const inTenMinutes = [move('takeBack', '收回'), move('make', '立即发出', '马上告知负责人和团队，不能再收回。')];

test('after deciding the bar says who learns of it when, counts down, and can be taken back with all that was typed', async () => {
  const decision = decisionView({ move: 'reject', zh: '不予通过', words: '负责人不是创始人', moves: inTenMinutes });
  const server = serve(reviewView({ moves: [], decisions: [decision] }));
  screening.takeBack.mockImplementation(async () => {
    server.set(
      reviewView({ decisions: [{ ...decision, state: 'taken_back', live: false, secondsLeft: null, moves: [] }] }),
    );
    return decidedAnswer;
  });
  show(<ReviewDesk entryId={entryId} />);
  const bar = await waitFor(() => control('decision-bar'));
  expect(bar.textContent).toBe('已决定“不予通过”10 分钟后告知参赛者，还剩 9:41');
  expect(document.getElementById('approve')).toBeNull();
  // A busy machine may skip a second.
  await waitFor(() => expect(bar.textContent).toMatch(/还剩 9:(40|3\d)$/), { timeout: 3000 });
  fireEvent.click(control('decision-takeBack'));
  await waitFor(() => expect(document.getElementById('decision-bar')).toBeNull());
  expect(screening.takeBack.mock.lastCall?.[0]).toEqual({ decisionId: decision.decisionId, version: 1 });
  fireEvent.click(control('more-moves'));
  fireEvent.click(control('reject'));
  expect((control('reject-reason') as HTMLTextAreaElement).value).toBe('负责人不是创始人');
});

test('a decision is sent at once when that is meant; a transferred entry is then left for the queue', async () => {
  const decision = decisionView({ move: 'transfer', zh: '转办', moves: inTenMinutes });
  serve(reviewView({ moves: [], decisions: [decision] }));
  screening.sendNow.mockResolvedValue(decidedAnswer);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('decision-make')));
  await waitFor(() =>
    expect(Taro.showModal).toHaveBeenCalledWith(
      expect.objectContaining({ title: '立即发出', content: '马上告知负责人和团队，不能再收回。' }),
    ),
  );
  expect(screening.sendNow).not.toHaveBeenCalled();
  fireEvent.click(control('decision-make'));
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/staff/queue/index' }));
  expect(screening.sendNow.mock.lastCall?.[0]).toEqual({ decisionId: decision.decisionId, version: 1 });
});

test('a second person signs, or says why not', async () => {
  const waiting = { state: 'unsigned', stateZh: '待复核签字', byMe: false, effectiveAt: null, secondsLeft: null };
  const signing = [move('sign', '同意并签字'), move('refuse', '不同意', '退给审核人员重新办理。')];
  const decision = decisionView({ ...waiting, move: 'reject', zh: '不予通过', version: 2, moves: signing });
  serve(reviewView({ moves: [], claimedByMe: false, decisions: [decision] }));
  screening.refuseSignature.mockResolvedValue(decidedAnswer);
  screening.sign.mockResolvedValue(decidedAnswer);
  show(<ReviewDesk entryId={entryId} />);
  const bar = await waitFor(() => control('decision-bar'));
  expect(bar.textContent).toContain('蒲县审核人员一已决定“不予通过”等待另一位负责人复核签字');
  fireEvent.click(control('decision-refuse'));
  fireEvent.change(control('refuse-reason'), { target: { value: '请先电话核实' } });
  fireEvent.click(control('refuse-send'));
  const asked = { decisionId: decision.decisionId, version: 2 };
  await waitFor(() =>
    expect(screening.refuseSignature.mock.lastCall?.[0]).toEqual({ ...asked, reason: '请先电话核实' }),
  );
  fireEvent.click(control('decision-sign'));
  await waitFor(() => expect(screening.sign.mock.lastCall?.[0]).toEqual(asked));
});

test('whoever signs a return reads the letter first, every fault in its words', async () => {
  const decision = decisionView({
    move: 'return',
    zh: '退回补正',
    words: '请打窗口电话',
    byMe: false,
    secondsLeft: null,
  });
  const reasons = [{ code: 'PROJECT_UNCLEAR', zh: '项目简介不完整' }];
  const fault = { verdict: 'fault', codes: ['PROJECT_UNCLEAR'], comment: '请写明客户', reasons } as const;
  const sections = [section('project', '项目情况', { ...fault, codes: [...fault.codes], reasons: [...reasons] })];
  serve(reviewView({ moves: [], claimedByMe: false, sections, decisions: [decision] }));
  show(<ReviewDesk entryId={entryId} />);
  expect((await waitFor(() => control('decided'))).textContent).toBe(
    '拟“退回补正”的内容项目情况1. 项目简介不完整2. 请写明客户审核人员附言：请打窗口电话',
  );
});

test('from what was just decided one tap leads on to the next of the queue; where none is, back to it', async () => {
  serve(reviewView({ moves: [], decisions: [decisionView({ moves: inTenMinutes })] }));
  const next = '0197f000-0000-7000-8000-0000000000ee';
  screening.neighbours.mockResolvedValue({ place: null, previous: null, next });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('decided-next')));
  expect(document.getElementById('back-to-queue')).toBeNull();
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `/packages/staff/review/index?entryId=${next}` }),
  );
});

test('the lead frees what an absent clerk holds, after one more question', async () => {
  const [release] = holdersMoves;
  serve(reviewView({ claimedByMe: false, claimedByZh: '蒲县审核人员二', moves: release ? [release] : [] }));
  screening.release.mockResolvedValue({ entryId, state: 'submitted', stateZh: '待受理', version: 4 });
  show(<ReviewDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('release')));
  await waitFor(() => expect(screening.release.mock.lastCall?.[0]).toEqual({ entryId, version: 3 }));
  expect(jest.mocked(Taro.showModal).mock.lastCall?.[0]?.content).toContain('这个项目由蒲县审核人员二受理');
});

test('what changed since the return shows what stood there before', async () => {
  const lines = [{ field: 'title', label: '项目名称', value: '山里的香菇', before: '香菇', sealed: false }];
  serve(reviewView({ round: 2, sections: [section('project', '项目情况', { lines, changed: true })] }));
  show(<ReviewDesk entryId={entryId} />);
  const line = within(await waitFor(() => control('line-project-title')));
  expect(line.getByText('已修改')).toBeTruthy();
  expect(line.getByText('原为：香菇')).toBeTruthy();
  expect(line.getByText('山里的香菇')).toBeTruthy();
});

test('a clerk who belongs to the entry is told so, with a way back', async () => {
  screening.review.mockRejectedValue(new Failure('ENTRY_OWN', '您是本项目团队成员，应当回避，请交其他审核人员办理'));
  show(<ReviewDesk entryId={entryId} />);
  expect(await screen.findByText('您是本项目团队成员，应当回避，请交其他审核人员办理')).toBeTruthy();
  expect(control('back')).toBeTruthy();
});

test('an opened number is hidden again after a minute', async () => {
  const lines = [{ field: 'idNumber', label: '身份证号', value: '1410**********0012', before: null, sealed: true }];
  serve(reviewView({ sections: [section('leader', '项目负责人', { lines })] }));
  screening.reveal.mockResolvedValue({ value: '141000199001010012' });
  show(<ReviewDesk entryId={entryId} />);
  const button = await waitFor(() => control('reveal-leader-idNumber'));
  jest.useFakeTimers();
  try {
    await act(async () => fireEvent.click(button));
    expect(screen.getByText('141000199001010012')).toBeTruthy();
    expect(screening.reveal.mock.lastCall?.[0]).toEqual({ entryId, field: 'leader.idNumber' });
    act(() => jest.advanceTimersByTime(59_000));
    expect(screen.queryByText('141000199001010012')).not.toBeNull();
    act(() => jest.advanceTimersByTime(1_000));
    expect(screen.queryByText('141000199001010012')).toBeNull();
    expect(screen.getByText('1410**********0012')).toBeTruthy();
  } finally {
    jest.useRealTimers();
  }
});

test('past winners like this entry are told where the rule stands that asks for them', async () => {
  api.awards.pastWins.mockResolvedValue({
    wins: [{ year: 2025, title: '香菇酱', regionZh: '尧都区', awardZh: '二等奖', by: ['leader', 'title'] }],
  });
  const finding = { code: 'NOT_PAST_WINNER', zh: '不是往届前三等次获奖项目', verdict: 'staff' as const };
  serve(reviewView({ eligibility: [{ ...finding, reason: '请核对往届获奖名单' }] }));
  show(<ReviewDesk entryId={entryId} />);
  await screen.findByText('2025 年“香菇酱”（尧都区）获二等奖，负责人相同、项目名称相近。请核对是否同一项目');
});
