import { problemsOfRule } from '@shared/policies/check-rule';
import { hopefulVerdict, judge } from '@shared/policies/evaluate';
import { type FactName, type FactValue, factNames, factOf, isSensitive } from '@shared/policies/facts';
import { askedFor } from '@shared/policies/holds';
import { asKnown, type KnownFacts, withDerived } from '@shared/policies/known';
import type { Parameter } from '@shared/policies/parameters';
import { answerOf } from '@shared/policies/policy';
import type { Leaf, Rule } from '@shared/policies/rule';
import { whyOf } from '@shared/policies/standing';
import { randomFrom, somebody, someFacts, someRule, someValue } from '../../support/policies/random-rules';

const date = '2026-10-31';
const words = { zh: '条件', basis: '试验' };
const young: Leaf = { fact: 'registrationDate', op: 'within', value: 36, zh: '注册未满 3 年', basis: '试验' };
const graduate: Leaf = { fact: 'keyGroup.graduate', op: 'is', value: true, zh: '高校毕业生', basis: '试验' };
const few: Leaf = { fact: 'employees', op: 'max', value: 10, ...words };

const verdictOf = (
  rule: Rule,
  facts: Parameters<typeof asKnown>[0],
  parameters: readonly Parameter[] = [],
  on = date,
) => judge({ rule, parameters, date: on }, asKnown(facts, on)).verdict;
const sentenceOf = (rule: Leaf, facts: Parameters<typeof asKnown>[0], who?: string) =>
  answerOf(
    { code: 'x', version: 1, effectiveFrom: null, effectiveTo: null, rule, parameters: [], benefits: [], examples: [] },
    asKnown(facts, '2026-10-01'),
    date,
    who,
  ).lines[0]?.sentence;

test('a date is told with its bound, and how that comes out', () => {
  expect(sentenceOf(young, { registrationDate: '2023-04-01' })).toBe(
    '注册未满 3 年：您的营业执照成立日期是 2023-04-01，须晚于 2023-10-31，不符合',
  );
  expect(sentenceOf(young, { registrationDate: '2027-01-01' })).toContain('须不晚于 2026-10-31，不符合');
  expect(sentenceOf(young, {})).toBe('注册未满 3 年：还不清楚您的营业执照成立日期，可以补充');
  expect(sentenceOf(graduate, { 'keyGroup.graduate': false }, '申请人')).toBe(
    '高校毕业生：申请人不属于高校毕业生（含大学生村官、留学回国学生），不符合',
  );
  expect(sentenceOf({ ...graduate, fact: 'keyGroup.released_prisoner', zh: '刑满释放人员' }, {})).toBe(
    '刑满释放人员：还不清楚您是否属于刑满释放人员，申请时再填写',
  );
});

test('months are counted as the law counts them: the day that is exactly so old is too old', () => {
  const five = { ...young, value: 60 };
  const on = (registrationDate: string, day: string) => verdictOf(five, { registrationDate }, [], day);
  expect(on('2020-10-15', '2025-10-15')).toBe('fail');
  expect(on('2020-10-16', '2025-10-15')).toBe('pass');
  // Registered on a leap day, it is five years old on 28 February.
  expect(on('2020-02-29', '2025-02-28')).toBe('fail');
  expect(on('2020-03-01', '2025-02-28')).toBe('pass');
  expect(on('2025-10-15', '2025-10-15')).toBe('pass');
  expect(on('2025-10-16', '2025-10-15')).toBe('fail');
  // A cut-off of its own.
  expect(verdictOf({ ...five, on: '2025-10-15' }, { registrationDate: '2020-10-16' })).toBe('pass');
});

test('an age known to its month is unknown in the month that decides, and known to the day it is not', () => {
  const sixteen: Leaf = { fact: 'age', op: 'min', value: 16, ...words };
  const upTo35: Leaf = { fact: 'age', op: 'max', value: 35, ...words };
  expect(verdictOf(sixteen, { age: '2010-09' })).toBe('pass');
  expect(verdictOf(sixteen, { age: '2010-11' })).toBe('fail');
  expect(verdictOf(sixteen, { age: '2010-10' }, [], '2026-10-30')).toBe('unknown');
  expect(verdictOf(sixteen, { age: '2010-10' })).toBe('pass');
  expect(verdictOf(sixteen, { age: '2010-10-31' })).toBe('pass');
  expect(verdictOf(upTo35, { age: '1990-10-31' })).toBe('fail');
  expect(verdictOf(upTo35, { age: '1990-11' })).toBe('pass');
});

test('“not equal” of what is unknown is unknown', () => {
  const listed: Leaf = { fact: 'creditListed', op: 'notIn', value: ['dishonestDebtor', 'abnormalOperation'], ...words };
  expect(verdictOf(listed, {})).toBe('unknown');
  expect(verdictOf(listed, { creditListed: [] })).toBe('pass');
  expect(verdictOf(listed, { creditListed: ['abnormalOperation'] })).toBe('fail');
  expect(verdictOf({ fact: 'entityKind', op: 'isNot', value: 'none', ...words }, {})).toBe('unknown');
  expect(verdictOf({ not: graduate, zh: '不是毕业生' }, {})).toBe('unknown');
});

test('a count that is exactly met passes, nothing stands for one that is not known', () => {
  const ten: Leaf = { fact: 'employees', op: 'min', value: 10, ...words };
  expect([9, 10].map((employees) => verdictOf(ten, { employees }))).toEqual(['fail', 'pass']);
  expect(verdictOf(ten, {})).toBe('unknown');
});

test('some of several pass as soon as enough do, and fail as soon as enough cannot', () => {
  const two: Rule = { someOf: [graduate, young, few], n: 2 };
  expect(verdictOf(two, { 'keyGroup.graduate': true, employees: 3 })).toBe('pass');
  expect(verdictOf(two, { 'keyGroup.graduate': false, employees: 30 })).toBe('fail');
  expect(verdictOf(two, { 'keyGroup.graduate': true, employees: 30 })).toBe('unknown');
});

test('only what could still change the verdict is asked', () => {
  const rule: Rule = { all: [{ any: [graduate, young] }, few] };
  const missing = (facts: Parameters<typeof asKnown>[0]) =>
    judge({ rule, parameters: [], date }, asKnown(facts, date)).missing;
  expect(missing({})).toEqual(['keyGroup.graduate', 'registrationDate', 'employees']);
  expect(missing({ 'keyGroup.graduate': true })).toEqual(['employees']);
  expect(missing({ employees: 11 })).toEqual([]);
  // What is reckoned is asked by its parts.
  const worker: Rule = { fact: 'retirementMonth', op: 'after', value: 36, ...words };
  expect(judge({ rule: worker, parameters: [], date }, asKnown({ age: '1990-01' }, date)).missing).toEqual([
    'retirementKind',
  ]);
});

test('conditions on the same fact are told apart: what one of them settles for the other is not asked', () => {
  const small: Rule = { fact: 'employees', op: 'max', value: 100, ...words };
  const large: Rule = { fact: 'employees', op: 'min', value: 101, ...words };
  const both: Rule = { any: [{ all: [small, graduate] }, { all: [large, graduate] }] };
  const missing = (rule: Rule, facts: Parameters<typeof asKnown>[0] = {}) =>
    judge({ rule, parameters: [], date }, asKnown(facts, date)).missing;
  // Whichever it is, the group alone decides.
  expect(missing({ all: [young, { any: [small, large] }] })).toEqual(['registrationDate']);
  expect(missing({ any: [young, { all: [small, large] }] })).toEqual(['registrationDate']);
  expect(missing(both)).toContain('keyGroup.graduate');
  // On 29 February an age's bound is a day that need not exist.
  const adult = (op: 'min' | 'max', value: number): Rule => ({ fact: 'age', op, value, ...words });
  const grown: Rule = { all: [adult('min', 16), adult('max', 59), graduate] };
  expect(judge({ rule: grown, parameters: [], date: '2024-02-29' }, {}).missing).toEqual(['age', 'keyGroup.graduate']);
  // Nothing else would settle it: what is open is asked all the same.
  expect(missing({ any: [small, large] })).toEqual(['employees']);
});

test('what is not asked cannot change the answer, whatever all else turns out to be', () => {
  const random = randomFrom(20261127);
  const wrong: unknown[] = [];
  let spared = 0;
  for (let i = 0; i < 2_500; i++) {
    const among = someFacts(random, 3);
    const { rule, parameters } = someRule(random, among, date, 3);
    const on = { rule, parameters, date };
    const known = somebody(random, among, date, 0.2);
    const { verdict, missing } = judge(on, known);
    if (verdict !== 'unknown' || missing.length === 0) continue;
    const open = [...new Set(among.flatMap(askedFor))].filter((name) => known[name] === undefined);
    const idle = open.find((name) => !missing.includes(name));
    if (idle === undefined) continue;
    spared += 1;
    const said = (name: FactName) => ({ value: someValue(random, name, date), source: 'declared', on: date });
    const full = { ...known, ...Object.fromEntries(open.map((name) => [name, said(name)])) };
    const other = { ...full, [idle]: said(idle) };
    const [one, two] = [full, other].map((facts) => judge(on, withDerived(facts as KnownFacts)).verdict);
    if (one !== two && one !== 'unknown' && two !== 'unknown') wrong.push({ rule, known, idle, full, other });
  }
  expect(wrong).toEqual([]);
  expect(spared).toBeGreaterThan(100);
});

test('a figure that the policy lacks on the day is our defect and nothing that is asked', () => {
  const rule: Rule = { fact: 'employees', op: 'max', param: 'most', zh: '人数', basis: '试验' };
  const most: Parameter = {
    code: 'most',
    zh: '人数上限',
    from: '2025-01-01',
    to: '2025-12-31',
    value: 10,
    docNo: '试验',
    confidence: 'demonstration',
  };
  const on = (day: string) => judge({ rule, parameters: [most], date: day }, asKnown({ employees: 3 }, day));
  expect(on('2025-12-31').verdict).toBe('pass');
  expect(on('2026-01-01')).toMatchObject({ verdict: 'unknown', missing: [], defects: ['most'] });
  expect(on('2024-12-31').verdict).toBe('unknown');
});

test('random rules: what is made is in order', () => {
  const random = randomFrom(1);
  for (let i = 0; i < 500; i++) {
    const { rule, parameters } = someRule(random, someFacts(random, 5), date, 3);
    expect(problemsOfRule(rule, parameters)).toEqual([]);
  }
});

/** A verdict with one unknown fact learnt. */
const learnt = (known: KnownFacts, more: KnownFacts): KnownFacts => withDerived({ ...known, ...more });

test('learning a fact never turns pass into fail or fail into pass, and what is not asked changes nothing', () => {
  const random = randomFrom(20261126);
  const wrong: unknown[] = [];
  let open = 0;
  for (let i = 0; i < 8_000; i++) {
    const among = someFacts(random, 5);
    const { rule, parameters } = someRule(random, among, date, 3);
    const on = { rule, parameters, date };
    const known = somebody(random, among, date, 0.5);
    const before = judge(on, known);
    const fact = random.pick(among.flatMap(askedFor));
    if (known[fact] !== undefined) continue;
    const value = someValue(random, fact, date);
    const after = judge(on, learnt(known, { [fact]: { value, source: 'declared', on: date } }));
    const turned = before.verdict !== 'unknown' && after.verdict !== before.verdict;
    const asksLess = before.verdict === 'unknown' && !before.missing.includes(fact) && after.verdict !== 'unknown';
    if (turned || asksLess) wrong.push({ rule, known, fact, value });
    if (before.verdict === 'unknown') open += 1;
  }
  expect(wrong).toEqual([]);
  expect(open).toBeGreaterThan(800);
});

test('an age learnt to the day decides what its month left open and nothing else', () => {
  const random = randomFrom(7);
  const wrong: unknown[] = [];
  for (let i = 0; i < 2_000; i++) {
    const { rule, parameters } = someRule(random, ['age', 'retirementMonth', 'employees'], date, 2);
    const known = somebody(random, ['age', 'employees'], date, 0.9);
    if (known.age === undefined) continue;
    const day = `${known.age.value}-${random.pick(['01', '15', '28'])}`;
    const rough = judge({ rule, parameters, date }, known).verdict;
    const exact = judge({ rule, parameters, date }, learnt(known, { age: { ...known.age, value: day } })).verdict;
    if (rough !== 'unknown' && exact !== rough) wrong.push({ rule, known, day });
  }
  expect(wrong).toEqual([]);
});

test('whoever lacks only sensitive answers passes hopefully; a sensitive answer never changes that', () => {
  const released: Leaf = { fact: 'keyGroup.released_prisoner', op: 'is', value: true, ...words };
  const rule = { rule: { all: [{ any: [graduate, released] }, few] } as Rule, parameters: [], date };
  const hopeful = (facts: Parameters<typeof asKnown>[0]) => hopefulVerdict(rule, asKnown(facts, date));
  expect(hopeful({ 'keyGroup.graduate': false, employees: 3 })).toBe('pass');
  expect(hopeful({ 'keyGroup.graduate': false, employees: 30 })).toBe('fail');
  expect(hopeful({ 'keyGroup.graduate': false })).toBe('unknown');
  const random = randomFrom(3);
  const sensitive = factNames.filter(isSensitive);
  const wrong: unknown[] = [];
  for (let i = 0; i < 2_000; i++) {
    const among = [...someFacts(random, 3), random.pick(sensitive)];
    const made = { ...someRule(random, among, date, 3), date };
    const known = somebody(random, among, date, 0.6);
    const said = Object.entries(known).filter(([fact]) => !sensitive.some((one) => one === fact));
    const blind = Object.fromEntries(said) as KnownFacts;
    const plain = judge(made, blind).verdict;
    const best = hopefulVerdict(made, blind);
    // A sensitive answer changes no hope; what is certain without any is none; where there is no hope it fails.
    if (hopefulVerdict(made, known) !== best || (plain === 'pass' && best !== 'pass')) wrong.push({ made, known });
    if (best === 'fail' && plain !== 'fail') wrong.push({ made, known });
  }
  expect(wrong).toEqual([]);
});

test('a version past its end answers nobody, its last day still counts', () => {
  const version = {
    code: 'x',
    version: 2,
    effectiveFrom: '2023-10-01',
    effectiveTo: '2028-09-30',
    rule: graduate,
    parameters: [],
    benefits: [],
    examples: [],
  };
  const on = (day: string) => answerOf(version, asKnown({ 'keyGroup.graduate': true }, day), day);
  expect(on('2028-09-30')).toMatchObject({
    standing: 'inForce',
    verdict: 'pass',
    policy: { code: 'x', version: 2 },
    date: '2028-09-30',
  });
  expect(on('2028-10-01')).toMatchObject({ standing: 'expired', verdict: null, lines: [] });
  expect(on('2023-09-30')).toMatchObject({ standing: 'notYet', verdict: null });
});

test('why, in one sentence: one thing alone is said only where it is alone; what one can say oneself comes first, and no sensitive question is named', () => {
  const why = (rule: Rule, values: Partial<Record<FactName, FactValue>>) => {
    const policy = {
      code: 'x',
      version: 1,
      rule,
      parameters: [],
      benefits: [],
      effectiveFrom: null,
      effectiveTo: null,
    };
    return whyOf(answerOf(policy as never, asKnown(values, date), date), (fact) => factOf(fact).zh);
  };
  const leaf = (fact: FactName, value: FactValue, zh: string): Rule => ({ fact, op: 'is', value, zh, basis: '试验' });
  const registered = leaf('registered', true, '已办营业执照');
  const more = leaf('upperWinnerBefore', false, '没有在上级大赛得过奖');
  expect(why({ all: [registered, more] }, { registered: false, upperWinnerBefore: false })).toBe(
    '只差一项：已办营业执照。',
  );
  expect(why({ all: [registered, more] }, { registered: false })).toBe(
    '还差一项：已办营业执照。其他条件还没有核对完。',
  );
  // What is open under what holds already changes nothing.
  const either: Rule = { any: [leaf('wageArrears', false, '没有拖欠工资'), more], zh: '任一条' };
  expect(why({ all: [registered, either] }, { registered: false, wageArrears: false })).toBe(
    '只差一项：已办营业执照。',
  );
  const sensitive = leaf('keyGroup.released_prisoner', true, '刑满释放人员');
  const staff = leaf('safetyOk', true, '消防和环保可行');
  expect(why({ all: [sensitive, staff, registered] }, {})).toBe(
    '还要知道：是否办了营业执照、消防和环保是否可行。有的情况申请时再填写。',
  );
  expect(why({ all: [sensitive, registered] }, { registered: true })).toBe('还要知道的情况，申请时再填写。');
});

test('a value stands by itself in whole words, and what must not be is told by whether it is so', () => {
  const rule: Rule = {
    all: [
      { fact: 'awardCancelled', op: 'is', value: false, zh: '获奖', basis: '试验' },
      { not: { fact: 'registered', op: 'is', value: true, zh: '已经登记', basis: '试验' }, zh: '还没有登记' },
    ],
  };
  const policy = { code: 'x', version: 1, rule, parameters: [], benefits: [], effectiveFrom: null, effectiveTo: null };
  const told = (registered: boolean) =>
    answerOf(policy as never, asKnown({ awardCancelled: false, registered }, date), date).lines.flatMap((line) =>
      line.kind === 'leaf' ? [[line.valueZh, line.resultZh]] : [],
    );
  expect(told(false)).toEqual([
    ['奖项没有取消', '符合'],
    ['还没有办营业执照', '不属于这种情况'],
  ]);
  expect(told(true)[1]).toEqual(['已办营业执照', '属于这种情况']);
});
