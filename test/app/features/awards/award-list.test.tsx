import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { AwardListDesk } from '../../../../src/features/awards/lists/award-list-desk';
import { api } from '../../../support/api';
import { asked } from '../../../support/asked';
import { showPage, tap, type } from '../../../support/shown';

const awards = api.awards;
const [awardListId, entryId, awardId] = [1, 2, 3].map((n) => `0197f000-0000-7000-8000-0000000000a${n}`) as [
  string,
  string,
  string,
];
const editionId = 'LF-XH-2026';
const row = {
  entryId,
  reference: 'XH2026-141033-0001',
  title: '蒲县山货直供',
  regionZh: '蒲县',
  trackZh: '乡村振兴',
  awardZh: '一等奖',
};
const offered = (move: string, label: string, danger: string | null = null) => ({ move, label, danger, closed: null });
const draft = {
  awardListId,
  version: 1,
  state: 'draft',
  stateZh: '正在录入',
  tone: 'neutral' as const,
  waits: 'own' as const,
  editable: true,
  live: true,
  proposedByZh: null,
  secondNeeded: true,
  rows: [row],
  moves: [offered('propose', '送签'), offered('discard', '作废名单', '作废后不能再改。')],
  timeline: [],
};
const desk = {
  writes: true,
  editions: [{ editionId, zh: '2026 年大赛' }],
  editionId,
  levels: [{ code: 'first', zh: '一等奖', places: 1 }],
  given: 0,
  list: null,
};
const moved = { awardListId, state: 'proposed', stateZh: '已送签，待确认', version: 2 };

const show = () => showPage(<AwardListDesk editionId={editionId} />);

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  awards.givenAwards.mockResolvedValue({ items: [], next: null });
});

test('results are pasted in, faults stand beside their rows, the list is read beside its entries and sent', async () => {
  awards.awardDesk.mockResolvedValue(desk);
  show();
  expect(await screen.findByText('还没有录入获奖结果')).toBeTruthy();
  await tap('bring');
  await tap('bring-send');
  expect(screen.getByText('请粘贴获奖名单')).toBeTruthy();
  expect(awards.bringResults).not.toHaveBeenCalled();
  awards.bringResults.mockRejectedValueOnce(
    new Failure('AWARDS_RESULTS_WRONG', '名单有错，什么都没有录入。', { 'row.2': '没有找到编号为“XH-9”的项目' }),
  );
  type('field-sheet', 'XH2026-141033-0001,一等奖\nXH-9,一等奖');
  await tap('bring-send');
  expect(await screen.findByText('第 2 行：没有找到编号为“XH-9”的项目')).toBeTruthy();
  awards.bringResults.mockResolvedValueOnce({ added: 1, known: 1 });
  awards.awardDesk.mockResolvedValue({ ...desk, list: draft });
  await tap('bring-send');
  expect(await screen.findByText('录入了 1 个项目，1 个以前录入过，没有重复录入。')).toBeTruthy();
  expect(await screen.findByText('名单上 1 个项目，还没有送签')).toBeTruthy();
  expect(screen.getByText('蒲县，乡村振兴')).toBeTruthy();
  awards.moveAwardList.mockResolvedValue(moved);
  await tap('propose');
  expect(asked.mock.calls[0]?.[0]?.content).toContain('由另一位市级统筹人员确认');
  expect(awards.moveAwardList.mock.calls[0]?.[0]).toEqual({ awardListId, version: 1, move: 'propose', reason: '' });
});

test('a second official confirms after being asked, sees beside which row it stops, or sends it back with a reason', async () => {
  const moves = [offered('sendBack', '退回修改'), offered('confirm', '确认并公布', '获奖团队会收到通知。')];
  const proposed = { ...draft, ...moved, waits: 'staff' as const, editable: false, proposedByZh: '某某', moves };
  awards.awardDesk.mockResolvedValue({ ...desk, list: proposed });
  show();
  expect(await screen.findByText('1 个获奖项目等您确认')).toBeTruthy();
  expect(document.getElementById(`drop-${entryId}`)).toBeNull();
  expect(document.getElementById('bring')).toBeNull();
  const fault = '蒲县山货直供：没有通过审核，不能录入获奖';
  awards.moveAwardList.mockRejectedValueOnce(
    new Failure('AWARDS_RESULTS_WRONG', '名单上有项目不能获奖。', { [`row.${entryId}`]: fault }),
  );
  await tap('confirm-list');
  expect(asked.mock.calls[0]?.[0]?.content).toBe('1 个项目。获奖团队会收到通知。');
  expect(await screen.findByText(fault)).toBeTruthy();
  await tap('send-back');
  awards.moveAwardList.mockResolvedValue({ ...moved, state: 'draft', version: 3 });
  type('sendBack-reason', '编号有误');
  await tap('sendBack-send');
  expect(awards.moveAwardList.mock.calls[1]?.[0]).toMatchObject({ move: 'sendBack', reason: '编号有误' });
});

test('an award that was given is cancelled with a reason', async () => {
  const given = {
    awardId,
    ...row,
    version: 2,
    state: 'confirmed',
    stateZh: '获奖',
    tone: 'pass' as const,
    waits: null,
    editable: false,
    live: true,
    changedAt: '2026-12-20T09:00:00+08:00',
    reason: null,
    moves: [offered('cancel', '取消奖项', '取消后不能恢复。')],
  };
  awards.awardDesk.mockResolvedValue({ ...desk, given: 1 });
  awards.givenAwards.mockResolvedValue({ items: [given], next: null });
  show();
  expect(await screen.findByText('1 个项目获奖')).toBeTruthy();
  await tap(`cancel-${awardId}`);
  await tap('cancel-send');
  expect(screen.getByText('请写明理由')).toBeTruthy();
  awards.cancelAward.mockResolvedValue({ awardId, state: 'cancelled', stateZh: '已取消', version: 3 });
  type('cancel-reason', '复核发现材料不实');
  await tap('cancel-send');
  expect(awards.cancelAward.mock.calls[0]?.[0]).toEqual({ awardId, version: 2, reason: '复核发现材料不实' });
});

test('who looks on reads the list and brings nothing in', async () => {
  awards.awardDesk.mockResolvedValue({ ...desk, writes: false });
  show();
  expect(await screen.findByText('还没有录入获奖结果')).toBeTruthy();
  expect(document.getElementById('bring')).toBeNull();
});
