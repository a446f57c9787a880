import { dayProblem } from '../../kernel/day-problem';
import { countGraphemes } from '../../kernel/typed/graphemes';
import { tooLong } from '../../kernel/typed/sentences';
import type { BenefitPart } from '../benefits';
import { parametersIn, problemsOfRule } from '../check-rule';
import { isValueOf } from '../fact-value';
import { type FactName, factOf, isFact } from '../facts';
import type { Verdict } from '../outcome';
import { clashingParameters, type Parameter } from '../parameters';
import { failedExamples, lacksExamples } from '../policy';
import { verdictZh } from '../words';
import { type DraftValues, figureKindAt, type Typed, typedContent } from './content';
import { type DraftPart, draftParts, policyKinds } from './parts';
import { type FigureKind, figureOf } from './typed-value';
import { isEmpty, keysAt, textAt } from './values';

/** What is missing or wrong in each part: place → sentence. */
export type DraftProblems = Readonly<Record<DraftPart, Readonly<Record<string, string>>>>;

/** The most characters of a text, by its place's last name. */
export const longest: Readonly<Record<string, number>> = {
  titleZh: 40,
  forZh: 40,
  summaryZh: 80,
  docNo: 60,
  bodyZh: 4000,
  zh: 60,
  perZh: 20,
  basis: 120,
};

type Said = Record<string, string>;

/** Says it beside a place of which nothing is said yet: the first thing wrong is the one to mend. */
const say = (said: Said, place: string, sentence: string | null): void => {
  if (sentence !== null) said[place] ??= sentence;
};

function sayLengths(said: Said, values: DraftValues[DraftPart]): void {
  for (const place of Object.keys(values)) {
    const most = longest[place.split('/').pop() ?? ''];
    const has = most === undefined ? 0 : countGraphemes(textAt(values, place));
    if (most !== undefined && has > most) say(said, place, tooLong(most, has));
  }
}

const sayDate = (said: Said, place: string, day: string): void => {
  if (day !== '') say(said, place, dayProblem(day));
};

function basicsProblems({ basics }: DraftValues, { content }: Typed): Said {
  const said: Said = {};
  if (content.titleZh === '') say(said, 'titleZh', '请填写政策名称');
  if (!policyKinds.some(({ value }) => value === content.kind)) say(said, 'kind', '请选择类别');
  if (content.forZh === '') say(said, 'forZh', '请写明适用对象');
  if (content.summaryZh === '') say(said, 'summaryZh', '请用一句话写明给什么');
  if (content.docNo === '' && !content.demonstration) {
    say(said, 'docNo', '没有文号。有正式文件的请填文号；还没有的，请打开“先作为演示公布”');
  }
  const { effectiveFrom, effectiveTo } = content;
  if (effectiveFrom === null) say(said, 'effectiveFrom', '请选择生效日期');
  for (const place of ['effectiveFrom', 'effectiveTo']) sayDate(said, place, textAt(basics, place));
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom) {
    say(said, 'effectiveTo', '失效日期早于生效日期');
  }
  return said;
}

const figureProblem = (kind: FigureKind, value: unknown): string | null => {
  if (value === undefined || value === '') return kind === 'date' ? '请选择日期' : '请填写数值';
  if (kind === 'date') return dayProblem(String(value));
  if (kind === 'flag' || kind === 'list') return null;
  return Number.isSafeInteger(value) && (value as number) >= 0 ? null : '请填写 0 或正数';
};

function parametersProblems({ parameters }: DraftValues, { content, keys }: Typed): Said {
  const said: Said = {};
  const { definition, demonstration } = content;
  const used = [...parametersIn(definition.rule), ...definition.benefits.map(({ param }) => param)];
  const clashing = clashingParameters(definition.parameters);
  keys.parameters.forEach((key, i) => {
    const at = (name: string) => `parameters/${key}/${name}`;
    const { code, zh, from, to, docNo, confidence } = definition.parameters[i] as Parameter;
    const kind = figureKindAt(parameters, key);
    if (zh === '') say(said, at('zh'), '请填写名称');
    const wrong = figureProblem(kind, figureOf(kind, parameters[at('value')]));
    if (wrong !== null) say(said, at('value'), wrong);
    sayDate(said, at('from'), from ?? '');
    sayDate(said, at('to'), to ?? '');
    if (from !== null && to !== null && to < from) say(said, at('to'), '结束早于开始');
    else if (clashing.includes(code)) say(said, at('from'), `“${zh}”在同一天有两个数值，请改起止日期`);
    if (docNo === '') say(said, at('docNo'), demonstration ? '请写明依据，没有的写“市级文件待补”' : '请填写文号');
    if (!demonstration && confidence === 'demonstration') {
      say(said, at('confidence'), '这个数值还标为演示，没有确认。请改成有文件依据的，或把政策标为演示');
    }
    if (!used.includes(code)) say(said, at('zh'), `“${zh}”没有用到，请去掉，或在待遇、条件里用上`);
  });
  return said;
}

const kindOfUnit: Readonly<Record<BenefitPart['unit'], FigureKind>> = {
  fen: 'money',
  bp: 'percent',
  months: 'number',
  days: 'number',
  workdays: 'number',
  times: 'number',
  people: 'number',
  personMonths: 'number',
  years: 'number',
};

function benefitsProblems({ benefits, parameters }: DraftValues, { content, keys }: Typed): Said {
  const said: Said = {};
  content.definition.benefits.forEach(({ code, zh, unit, param }) => {
    const at = (name: string) => `benefits/${code}/${name}`;
    if (zh === '') say(said, at('zh'), '请填写名称');
    if (!(unit in kindOfUnit)) say(said, at('unit'), '请选择单位');
    const figure = content.definition.parameters.findIndex((each) => each.code === param);
    if (param === '' || figure === -1) say(said, at('param'), '请选择参数，没有的先到“参数”里添加');
    else if (unit in kindOfUnit && figureKindAt(parameters, keys.parameters[figure] ?? '') !== kindOfUnit[unit]) {
      say(said, at('param'), '这个参数的数值和所选单位对不上');
    }
  });
  sayLengths(said, benefits);
  return said;
}

function ruleProblems({ rule: values }: DraftValues, { content, rule }: Typed): Said {
  const said: Said = { ...rule.gaps };
  const { definition } = content;
  if (keysAt(values, 'root/parts').length === 0) return { 'root/parts': '还没有条件，请至少写一条' };
  for (const { path, zh } of problemsOfRule(definition.rule, definition.parameters)) {
    // What clashes is said beside the parameters themselves.
    const key = path === 'parameters' ? undefined : rule.keys[path];
    if (key === undefined) continue;
    const isKnownGap = Object.keys(said).some((place) => place.startsWith(`${key}/`));
    if (!isKnownGap) say(said, `${key}/${textAt(values, `${key}/held`) === 'param' ? 'param' : 'value'}`, zh);
  }
  return said;
}

const listed = (facts: readonly FactName[]): string => facts.map((fact) => factOf(fact).zh).join('、');

function examplesProblems({ examples }: DraftValues, { content, keys }: Typed, canRun: boolean): Said {
  const said: Said = {};
  const { definition } = content;
  keys.examples.forEach((key, i) => {
    const at = (name: string) => `examples/${key}/${name}`;
    const example = definition.examples[i];
    if (example === undefined) return;
    if (example.zh === '') say(said, at('zh'), '请写明这是什么情况');
    say(said, at('on'), example.on === '' ? '请选择哪一天' : dayProblem(example.on));
    if (!(example.expect in verdictZh)) say(said, at('expect'), '请选择应当是什么结果');
    for (const fact of keysAt(examples, at('facts'))) {
      const value = example.facts[fact];
      if (isFact(fact) && (value === undefined || !isValueOf(fact, value))) {
        say(said, at(`is/${fact}`), `请填写“${factOf(fact).zh}”，不知道的请从这个示例去掉`);
      }
    }
    if (!canRun || Object.keys(said).some((place) => place.startsWith(`examples/${key}/`))) return;
    const [failed] = failedExamples({ ...definition, examples: [example] });
    if (failed === undefined) return;
    const { came, expected, missing } = failed;
    if (came === expected) say(said, at('missing'), `算出来还要知道：${listed(missing) || '没有'}`);
    else say(said, at('expect'), `按条件算出来是“${verdictZh[came]}”，不是“${verdictZh[expected]}”`);
  });
  const lacks = lacksExamples(definition);
  if (lacks.length > 0) {
    say(said, 'examples', `还缺${lacks.map((verdict: Verdict) => `“${verdictZh[verdict]}”`).join('、')}的示例`);
  }
  return said;
}

/** All that keeps a draft from being published, part by part. Examples run once rule and parameters can be judged. */
export function problemsOfDraft(values: DraftValues, typed: Typed = typedContent(values)): DraftProblems {
  const parameters = parametersProblems(values, typed);
  const rule = ruleProblems(values, typed);
  const figuresStand = Object.keys(parameters).every((place) => /\/(zh|docNo|confidence)$/.test(place));
  const problems: Record<DraftPart, Said> = {
    basics: basicsProblems(values, typed),
    text: isEmpty(values.text.bodyZh) ? { bodyZh: '请填写政策正文' } : {},
    benefits: benefitsProblems(values, typed),
    parameters,
    rule,
    examples: examplesProblems(values, typed, Object.keys(rule).length === 0 && figuresStand),
  };
  for (const part of draftParts) sayLengths(problems[part], values[part]);
  return problems;
}
