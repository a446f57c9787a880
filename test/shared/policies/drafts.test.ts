import { shippedPolicies } from '../../../cloudfunctions/core/policies/shipped';
import {
  type DraftValues,
  emptyValues,
  type PolicyContent,
  typedContent,
  valuesOfContent,
} from '../../../src/shared/policies/drafts/content';
import { keptPart, unkeepablePart } from '../../../src/shared/policies/drafts/kept';
import { differencesOf, outlineOf } from '../../../src/shared/policies/drafts/outline';
import { type DraftPart, draftParts } from '../../../src/shared/policies/drafts/parts';
import { problemsOfDraft } from '../../../src/shared/policies/drafts/problems';
import { nodesOf } from '../../../src/shared/policies/drafts/rule-values';
import type { Values } from '../../../src/shared/policies/drafts/values';
import { definitionForm } from '../../../src/shared/policies/form';
import { opensFor, type PolicyMark } from '../../../src/shared/policies/opens';
import { noNames } from '../../../src/shared/policies/words';

const contents = shippedPolicies.map(
  ({ rule, parameters, benefits, examples, code: _, version: __, confirmedZh: ___, ...words }): PolicyContent => ({
    ...words,
    effectiveFrom: words.effectiveFrom ?? '2026-12-01',
    definition: { rule, parameters, benefits, examples },
  }),
);
const shippedLoan = contents.find(({ titleZh }) => titleZh === '创业担保贷款（个人，国家规定）') as PolicyContent;
/** As it stands once somebody has confirmed its figures. */
const loan: PolicyContent = {
  ...shippedLoan,
  definition: {
    ...shippedLoan.definition,
    parameters: shippedLoan.definition.parameters.map((each) => ({ ...each, confidence: 'source' })),
  },
};
const kept = (values: DraftValues): DraftValues =>
  Object.fromEntries(draftParts.map((part) => [part, keptPart(part, values[part])])) as DraftValues;
const typed = (part: DraftPart, change: Values, content = loan): DraftValues => {
  const values = valuesOfContent(content);
  return kept({ ...values, [part]: { ...values[part], ...change } });
};
const said = (part: DraftPart, change: Values, content = loan) => problemsOfDraft(typed(part, change, content))[part];

test('every policy that ships is the same after it was typed and kept, and nothing is missing in it', () => {
  for (const content of contents) {
    const values = kept(valuesOfContent(content));
    const back = typedContent(values);
    expect([content.titleZh, back.content]).toEqual([content.titleZh, content]);
    const missing = Object.values(problemsOfDraft(values)).flatMap((said) => Object.keys(said));
    // But figures of an official policy that nobody confirmed yet.
    expect([content.titleZh, missing.filter((place) => !place.endsWith('/confidence'))]).toEqual([content.titleZh, []]);
    expect(definitionForm.safeParse(back.content.definition).success).toBe(true);
    expect(differencesOf(outlineOf(content, noNames), outlineOf(back.content, noNames))).toEqual([]);
  }
  expect(contents.length).toBeGreaterThan(14);
});

test('of an empty draft everything that is missing is said at once, each beside its place', () => {
  expect(problemsOfDraft(kept(emptyValues))).toEqual({
    basics: {
      titleZh: '请填写政策名称',
      kind: '请选择类别',
      forZh: '请写明适用对象',
      summaryZh: '请用一句话写明给什么',
      docNo: '没有文号。有正式文件的请填文号；还没有的，请打开“先作为演示公布”',
      effectiveFrom: '请选择生效日期',
    },
    text: { bodyZh: '请填写政策正文' },
    benefits: {},
    parameters: {},
    rule: { 'root/parts': '还没有条件，请至少写一条' },
    examples: { examples: '还缺“符合”、“不符合”、“还不清楚”的示例' },
  });
});

test('what people type is kept plain: full-width digits of days and numbers that are none, days that do not exist, no identity number', () => {
  expect(
    typed('basics', { effectiveFrom: '２０２６年１２月１日', titleZh: ' 创业\u200b贷款\n（新） ' }).basics,
  ).toMatchObject({
    effectiveFrom: '2026-12-01',
    titleZh: '创业贷款 （新）',
  });
  expect(said('basics', { effectiveTo: '2026-02-30' })).toEqual({ effectiveTo: '没有这一天，请重新选择' });
  expect(said('basics', { effectiveFrom: '2026-12-02', effectiveTo: '2026-12-01' })).toEqual({
    effectiveTo: '失效日期早于生效日期',
  });
  expect(said('basics', { titleZh: '很'.repeat(41) })).toEqual({ titleZh: expect.stringContaining('40') });
  expect(said('parameters', { 'parameters/r1/value': Number.NaN })).toEqual({ 'parameters/r1/value': '请填写数值' });
  expect(said('parameters', { 'parameters/r1/value': -1 })).toEqual({ 'parameters/r1/value': '请填写 0 或正数' });
  expect(unkeepablePart({ bodyZh: '如 11010519491231002X' })).toEqual({ bodyZh: expect.any(String) });
  // What is nobody's place is dropped, and a code that is no code.
  expect(keptPart('parameters', { parameters: 'r1,r1,<b>', 'other/x': 'y', 'parameters/r1/zh': '额度' })).toMatchObject(
    {
      parameters: 'r1',
      'parameters/r1/zh': '额度',
    },
  );
});

test('figures: two on one day, none that is used, a demonstration in an official policy, the wrong kind for a benefit', () => {
  const values = typed('parameters', {});
  const all = String(values.parameters.parameters);
  const second = {
    parameters: `${all},r90`,
    'parameters/r90/zh': '个人最高额度',
    'parameters/r90/code': 'personCapFen',
  };
  const more = {
    'parameters/r90/kind': 'money',
    'parameters/r90/value': 1,
    'parameters/r90/docNo': '某号',
    'parameters/r90/from': '2027-01-01',
  };
  expect(Object.values(said('parameters', { ...second, ...more }))).toEqual([
    '“个人最高额度”在同一天有两个数值，请改起止日期',
    '“个人最高额度”在同一天有两个数值，请改起止日期',
  ]);
  expect(said('parameters', { ...second, ...more, 'parameters/r90/code': 'other' })).toEqual({
    'parameters/r90/zh': '“个人最高额度”没有用到，请去掉，或在待遇、条件里用上',
  });
  expect(said('parameters', { 'parameters/r1/confidence': 'demonstration' })).toEqual({
    'parameters/r1/confidence': expect.stringContaining('没有确认'),
  });
  expect(said('benefits', { 'benefits/cap/unit': 'months' })).toEqual({
    'benefits/cap/param': '这个参数的数值和所选单位对不上',
  });
});

test('the rule: gaps are said beside their condition; what stands twice, too deep or in a circle is kept once', () => {
  const values = valuesOfContent(loan).rule;
  const leaf = nodesOf(values).find(({ key }) => values[`${key}/fact`] === 'loanUnsettled')?.key ?? '';
  expect(said('rule', { [`${leaf}/fact`]: null })).toEqual({ [`${leaf}/fact`]: '请选择看哪一项情况' });
  expect(said('rule', { [`${leaf}/value`]: null })).toEqual({ [`${leaf}/value`]: '请填写' });
  expect(said('rule', { [`${leaf}/op`]: 'min' })).toEqual({ [`${leaf}/op`]: '请选择怎么比' });
  expect(said('rule', { [`${leaf}/held`]: 'param', [`${leaf}/param`]: 'nothing' })).toEqual({
    [`${leaf}/param`]: expect.stringContaining('没有代码'),
  });
  // Left blank, a condition is called as its figures read and rests on the document.
  const blank = typedContent(typed('rule', { [`${leaf}/zh`]: null, [`${leaf}/basis`]: null })).content.definition.rule;
  expect(JSON.stringify(blank)).toContain('"zh":"没有未还清的创业担保贷款","basis":"财金〔2023〕75号"');
  expect(
    keptPart('rule', { 'root/kind': 'all', 'root/parts': 'n1,n1', 'n1/kind': 'any', 'n1/parts': 'root,n1' }),
  ).toMatchObject({
    'root/parts': 'n1,n1',
    'n1/parts': '',
  });
  let deep: Values = { 'root/kind': 'all', 'root/parts': 'n1' };
  for (let n = 1; n < 40; n += 1) deep = { ...deep, [`n${n}/kind`]: 'all', [`n${n}/parts`]: `n${n + 1}` };
  expect(problemsOfDraft(kept({ ...emptyValues, rule: deep })).rule).not.toEqual({});
});

test('examples: one that comes out otherwise, one that asks for something else, a verdict of which there is none', () => {
  expect(said('examples', { 'examples/e1/expect': 'fail' })).toEqual({
    'examples/e1/expect': '按条件算出来是“符合”，不是“不符合”',
  });
  const unknown = Object.entries(valuesOfContent(loan).examples).find(
    ([place, value]) => place.endsWith('/expect') && value === 'unknown',
  )?.[0];
  const at = unknown?.replace('/expect', '/missing') ?? '';
  expect(said('examples', { [at]: 'age' })).toEqual({ [at]: '算出来还要知道：配偶的其他贷款种类' });
  expect(said('examples', { examples: 'e1', 'examples/e1/is/age': 'soon' })).toEqual({
    'examples/e1/is/age': '请填写“出生年月”，不知道的请从这个示例去掉',
    examples: '还缺“不符合”、“还不清楚”的示例',
  });
});

test('whatever is typed anywhere, it is kept, judged and told without a fault', () => {
  let seed = 7;
  const pick = <T>(all: readonly T[]): T => {
    seed = (seed * 48271) % 2147483647;
    return all[seed % all.length] as T;
  };
  const odd = [
    '',
    null,
    0,
    -1,
    1e300,
    0.1,
    true,
    false,
    '２０２６-２-３０',
    '2026-02-30',
    'root',
    'n1,n2,root',
    'in',
    'within',
    'before',
    'someOf',
    'param',
    'months',
    'loanTimes',
    'otherLoans',
    'age',
    '，',
    '1',
    36,
  ];
  const all = contents.map(valuesOfContent);
  for (let n = 0; n < 200; n += 1) {
    const values = { ...pick(all) };
    for (const part of draftParts) {
      const places = Object.keys(values[part]);
      values[part] = { ...values[part] };
      for (let i = 0; i < 3; i += 1) values[part][pick(places)] = pick(odd);
    }
    const once = kept(values);
    expect(kept(once)).toEqual(once);
    const { content } = typedContent(once);
    problemsOfDraft(once);
    outlineOf(content, noNames);
  }
});

test('versions are compared line by line', () => {
  const values = typed('parameters', { 'parameters/r1/value': 400_000 });
  const later = typedContent({ ...values, basics: { ...values.basics, titleZh: '创业担保贷款（改）' } }).content;
  const differences = differencesOf(outlineOf(loan, noNames), outlineOf(later, noNames));
  expect(differences).toEqual([
    { partZh: '基本信息', zh: '政策名称', before: loan.titleZh, after: '创业担保贷款（改）' },
    {
      partZh: '参数',
      zh: '个人最高额度',
      before: expect.stringContaining('300,000 元'),
      after: expect.stringContaining('400,000 元'),
    },
  ]);
});

test('a version takes applications from its first to its last day; a demonstration in production only once it was confirmed', () => {
  const version = { effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' };
  const closed = (mark: PolicyMark, today: string, mode: 'demo' | 'production') => {
    const opens = opensFor({ ...version, mark }, today, mode);
    return opens.ok ? 'open' : opens.closed;
  };
  expect([
    closed('demonstration', '2026-12-31', 'demo'),
    closed('demonstration', '2027-01-01', 'demo'),
    closed('demonstration', '2025-12-31', 'demo'),
    closed('demonstration', '2026-12-31', 'production'),
    closed('unverified', '2026-12-31', 'production'),
    closed('confirmed', '2026-01-01', 'production'),
    closed('confirmed', '2027-01-01', 'production'),
  ]).toEqual(['open', 'expired', 'notYet', 'unconfirmed', 'open', 'open', 'expired']);
});
