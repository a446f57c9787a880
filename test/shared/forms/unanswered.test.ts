import { unanswered } from '@shared/forms/unanswered';

test.each([
  ['text', '姓名', '请填写姓名'],
  ['date', '放款日期', '请选择放款日期'],
  ['date', '展期到', '请选择“展期到”'],
  ['number', '以前享受过几次', '请填写“以前享受过几次”'],
  ['choice', '交给哪家担保机构', '请选择“交给哪家担保机构”'],
  ['choice', '查过失信名单，没有记录', '请选择“查过失信名单，没有记录”'],
  ['choice', '是不是第一次创业', '请选择“是不是第一次创业”'],
] as const)('beside what was not answered (%s, %s) stands a sentence: %s', (input, zh, said) => {
  expect(unanswered({ input, zh })).toBe(said);
});
