import { screen } from '@testing-library/react';
import type { ApplicationView } from '../../../../src/features/benefits/application/application-view';
import { Progress } from '../../../../src/features/benefits/application/progress';
import { showPage } from '../../../support/shown';

const clock = {
  dueDate: null,
  workdays: null,
  workdaysLeft: null,
  workdaysOver: 0,
  provisional: false,
  reachedZh: null,
};
const stations = [
  { zh: '核对资料', byZh: '孵化基地', workdays: 5, calendar: false, standing: 'here' },
  { zh: '留位答复', byZh: '您', workdays: 7, calendar: true, standing: 'ahead' },
];
const judged = { policy: 'p', version: 1, docNo: '财金〔2023〕75号', on: '2026-11-20', verdict: 'unknown', lines: [] };
const applied = {
  kind: 'incubator-place',
  kindZh: '孵化基地入驻申报',
  state: 'applied',
  stateZh: '基地核对',
  tone: 'info',
  holderZh: '春晖基地',
  waits: 'staff',
  rankZh: '三等奖',
  regionZh: '蒲县',
  reference: 'RZ2026-0001',
  clock,
  stations,
  judged,
  timeline: [],
  moves: [],
  records: [],
  contact: null,
  own: null,
};
const shown = (given: object = {}) =>
  showPage(<Progress view={{ ...applied, ...given } as unknown as ApplicationView} />);

test('Each station says whether its days are working days or those of the calendar', () => {
  shown();
  expect(screen.getByText('孵化基地，5 个工作日')).toBeTruthy();
  expect(screen.getByText('您，7 天（含休息日）')).toBeTruthy();
  expect(screen.getByText(/^下一步：留位答复，7 天（含休息日）。/)).toBeTruthy();
  expect(screen.queryByText('天数都是工作日')).toBeNull();
});

test('What it was judged by says that a document has no number yet, and which office checks the rest', () => {
  const { unmount } = shown();
  expect(
    screen.getByText('提交时按财金〔2023〕75号（政策第 1 版，2026年11月20日）核对：有的条件由孵化基地核对。'),
  ).toBeTruthy();
  unmount();
  shown({ kind: 'guaranteed-loan', judged: { ...judged, docNo: '文号待补（山西日报 2022-07-22）' } });
  expect(
    screen.getByText(
      '提交时按当时的政策（第 1 版，2026年11月20日，文件的文号待补）核对：有的条件由创业担保贷款窗口核对。',
    ),
  ).toBeTruthy();
});

test('One that was taken back stands in no queue', () => {
  const { unmount } = shown();
  expect(screen.getByText(/排队时在前/)).toBeTruthy();
  unmount();
  shown({ state: 'withdrawn', stateZh: '已撤回', holderZh: null, waits: null });
  expect(screen.queryByText(/排队时在前/)).toBeNull();
});

test('What is to be paid stands without a time; what a move was told stands with the move’s', () => {
  const line = { field: 'amount', label: '金额', value: '5,000.00 元' };
  shown({
    records: [
      { zh: '应付金额', at: null, lines: [line] },
      { zh: '登记合同', at: '2026-11-20T09:00:00+08:00', lines: [{ ...line, value: '一号' }] },
    ],
  });
  expect(screen.getByText('应付金额')).toBeTruthy();
  expect(document.querySelectorAll('.xh-section-aside')).toHaveLength(1);
});
