import { pathOf } from '../../../src/shared/entry/standing/path';
import type { EntryState } from '../../../src/shared/entry/states';

const told = (state: EntryState, returns: number) =>
  pathOf({
    state,
    returns,
    firstSubmitted: state === 'draft' ? null : '2026-11-20',
    submitted: state === 'draft' ? null : '2026-11-25',
    clocks: { firstReview: 5, reReview: 3 },
    next: { zh: '县赛', noteZh: '待通知' },
  }).map(({ zh, noteZh, standing }) => `${zh} ${noteZh} ${standing}`);

test.each<[EntryState, number, string[]]>([
  ['draft', 0, ['填写 现在 now', '提交 截止前 ahead', '审核 5 工作日 ahead', '县赛 待通知 ahead']],
  ['under_review', 0, ['填写 11月20日 done', '提交 11月20日 done', '审核 现在 now', '县赛 待通知 ahead']],
  [
    'returned',
    1,
    ['填写 11月20日 done', '提交 11月20日 done', '补正 现在 now', '复审 3 工作日 ahead', '县赛 待通知 ahead'],
  ],
  [
    'resubmitted',
    1,
    ['填写 11月20日 done', '提交 11月20日 done', '补正 11月25日 done', '复审 现在 now', '县赛 待通知 ahead'],
  ],
  ['qualified', 0, ['填写 11月20日 done', '提交 11月20日 done', '审核 已通过 done', '县赛 待通知 ahead']],
  [
    'qualified',
    1,
    ['填写 11月20日 done', '提交 11月20日 done', '补正 11月25日 done', '复审 已通过 done', '县赛 待通知 ahead'],
  ],
])('the way of an entry that is %s, returned %s times', (state, returns, wanted) => {
  expect(told(state, returns)).toEqual(wanted);
});
