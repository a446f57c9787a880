import type { AnyNotice } from '../../../src/shared/kernel/define-notice';
import { placeholdersOf, templateOf, wordsOf } from '../../../src/shared/telling/placeholders';
import { fillWith, samplesOf, wordingProblems } from '../../../src/shared/telling/wording';
import { notices, sampleWords } from '../../../tools/docs/notices';

const found = (name: string): AnyNotice => notices.find((one) => one.notice === name) as AnyNotice;
const returned = found('entry.returned');
const facts = { ...returned.sample, title: '尧都面塑', dueAt: Date.UTC(2026, 11, 4, 16), faults: 3 };

test.each(notices.map((notice) => [notice.notice, notice] as const))(
  'the words of %s, with placeholders, say the same of its sample, and may be saved as they are',
  (_, notice) => {
    const placeholders = placeholdersOf(notice);
    const { title, body } = sampleWords(notice);
    const template = templateOf(notice);
    const samples = samplesOf(placeholders);
    expect([fillWith(template.title, samples), fillWith(template.body, samples)]).toEqual([title, body]);
    expect(wordsOf(template, notice.event, notice.sample)).toEqual({ title, body });
    const { title: wrongTitle = '', body: wrongBody = '' } = wordingProblems(template, placeholders);
    // Some of the code's are longer than what may be written by hand.
    expect([wrongTitle, wrongBody].filter((wrong) => wrong !== '' && !wrong.startsWith('最多'))).toEqual([]);
  },
);

test('a correction may be told in other words, with what it must say', () => {
  expect(placeholdersOf(returned)).toEqual([
    { zh: '项目名称', sample: '蒲县山货直供', needed: true },
    { zh: '县（市、区）', sample: '蒲县', needed: false },
    { zh: '期限', sample: '12月1日（周二）24:00', needed: true },
    { zh: '期限（短）', sample: '12月1日', needed: false },
    { zh: '要改的处数', sample: '2', needed: false },
  ]);
  const own = { title: '报名表要改 {要改的处数} 处', body: '“{项目名称}”请在{期限} 前改好重新提交，点开看要改哪里。' };
  expect(wordingProblems(own, placeholdersOf(returned))).toEqual({});
  expect(wordsOf(own, 'entry.returned', facts)).toEqual({
    title: '报名表要改 3 处',
    body: '“尧都面塑”请在12月4日（周五）24:00 前改好重新提交，点开看要改哪里。',
  });
  // Nothing is known of the day: the code's words know what to leave out.
  expect(wordsOf(own, 'entry.returned', { ...facts, dueAt: null })).toBeNull();
});

const body = '“{项目名称}”请在{期限} 前改好。';
test.each([
  ['', body, 'title', '请填写标题'],
  ['报名要改', '“{项目名称}”请尽快改好。', 'body', '少了{期限}，请写进标题或者正文'],
  ['{金额}', body, 'title', '这条通知没有“{金额}”，请从下面列出的内容中选'],
  ['报名要改{', body, 'title', '花括号要成对，里面写下面列出的内容'],
  ['报名要改', `${body}见 ｗｗｗ．example．com`, 'body', '不能写网址，点开通知会进入对应的页面'],
  ['报名要改', `${body}见example。cn`, 'body', '不能写网址，点开通知会进入对应的页面'],
  ['报名要改', `${body}#小程序://别处`, 'body', '不能写网址，点开通知会进入对应的页面'],
  ['报名要改', `${body}电话0357-201\u200b2345`, 'body', '不能写电话号码和其他号码，联系方式在对应的页面上'],
  ['报名要改', `${body}加１３８００００００００`, 'body', '不能写电话号码和其他号码，联系方式在对应的页面上'],
  ['字'.repeat(21), body, 'title', '最多 20 个字（不计项目名称），现在 21 个'],
  ['报名要改', `${body}${'字'.repeat(60)}`, 'body', '最多 60 个字（不计项目名称），现在 83 个'],
] as const)('%s｜%s is refused', (title, text, field, sentence) => {
  expect(wordingProblems({ title, body: text }, placeholdersOf(returned))).toEqual({ [field]: sentence });
});
