import type { Answer } from '../../forms/question';
import type { BenefitPart } from '../benefits';
import { type FactName, type FactValue, factOf, isFact } from '../facts';
import type { Verdict } from '../outcome';
import { type Confidence, confidenceZh, type Parameter } from '../parameters';
import type { Example, PolicyDefinition } from '../policy';
import { leavesOf } from '../rule';
import { type DraftPart, draftParts } from './parts';
import { ruleValues, type TypedRule, typedRule } from './rule-values';
import { type FigureKind, factValueOf, figureKinds, figureOf, typedFigure, typedOf } from './typed-value';
import { isEmpty, keysAt, textAt, type Values } from './values';

/** All that a version of a policy says. */
export type PolicyContent = {
  titleZh: string;
  summaryZh: string;
  /** Whom it is for, in a few words. */
  forZh: string;
  bodyZh: string;
  kind: string;
  docNo: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** It has no official document yet: shown with that mark, and closed for applications. */
  demonstration: boolean;
  definition: PolicyDefinition;
};

export type DraftValues = Readonly<Record<DraftPart, Values>>;

export const basicsFields = ['titleZh', 'kind', 'forZh', 'summaryZh', 'docNo', 'effectiveFrom', 'effectiveTo'] as const;
export const parameterFields = ['zh', 'code', 'kind', 'value', 'from', 'to', 'docNo', 'confidence'] as const;
export const benefitFields = ['zh', 'unit', 'param', 'perZh'] as const;
export const exampleFields = ['zh', 'on', 'expect', 'facts', 'missing'] as const;

/** How a parameter's figure is typed follows from who asks for it; one that nobody asks for yet from what it is. */
function kindOfFigure({ code, value }: Parameter, { rule, benefits }: PolicyDefinition): FigureKind {
  if (typeof value === 'object') return 'list';
  if (typeof value === 'boolean') return 'flag';
  if (typeof value === 'string') return 'date';
  const asking = leavesOf(rule).find(({ param, op }) => param === code && op !== 'within');
  const type = asking === undefined ? undefined : factOf(asking.fact).type;
  const unit = benefits.find(({ param }) => param === code)?.unit;
  if (type === 'money' || unit === 'fen') return 'money';
  return type === 'share' || unit === 'bp' ? 'percent' : 'number';
}

const list = (keys: readonly string[]): string => keys.join(',');

function parametersValues(definition: PolicyDefinition): Values {
  const values: Record<string, Answer> = {};
  const keys = definition.parameters.map((parameter, i) => {
    const key = `r${i + 1}`;
    const { code, zh, from, to, docNo, confidence } = parameter;
    const kind = kindOfFigure(parameter, definition);
    const fields = { zh, code, kind, value: typedFigure(kind, parameter.value), from, to, docNo, confidence };
    for (const [name, value] of Object.entries(fields)) values[`parameters/${key}/${name}`] = value;
    return key;
  });
  return { ...values, parameters: list(keys) };
}

function benefitsValues({ benefits }: PolicyDefinition): Values {
  const values: Record<string, Answer> = { benefits: list(benefits.map(({ code }) => code)) };
  for (const { code, zh, unit, param, perZh = null } of benefits) {
    for (const [name, value] of Object.entries({ zh, unit, param, perZh })) values[`benefits/${code}/${name}`] = value;
  }
  return values;
}

function examplesValues({ examples }: PolicyDefinition): Values {
  const values: Record<string, Answer> = {};
  const keys = examples.map(({ zh, on, facts, expect, missing }, i) => {
    const key = `e${i + 1}`;
    const named = Object.entries(facts).filter(([fact]) => isFact(fact));
    const fields = {
      zh,
      on,
      expect,
      facts: list(named.map(([fact]) => fact)),
      missing: missing ? list(missing) : null,
    };
    for (const [name, value] of Object.entries(fields)) values[`examples/${key}/${name}`] = value;
    for (const [fact, value] of named) {
      values[`examples/${key}/is/${fact}`] = typedOf(factOf(fact as FactName).type, value);
    }
    return key;
  });
  return { ...values, examples: list(keys) };
}

/** A version as it is typed, part by part. */
export function valuesOfContent(content: PolicyContent): DraftValues {
  const { definition, bodyZh, demonstration } = content;
  return {
    basics: { ...Object.fromEntries(basicsFields.map((name) => [name, content[name]])), demonstration },
    text: { bodyZh },
    parameters: parametersValues(definition),
    benefits: benefitsValues(definition),
    rule: ruleValues(definition.rule),
    examples: examplesValues(definition),
  };
}

/** What one begins with who writes a policy that never was. */
export const emptyValues: DraftValues = {
  ...(Object.fromEntries(draftParts.map((part) => [part, {}])) as unknown as DraftValues),
  basics: { demonstration: false },
  rule: ruleValues({ all: [] }),
};

/** Places of a list's items: `parameters.2` of the definition stands under `parameters/r3`. */
export type Typed = {
  content: PolicyContent;
  rule: TypedRule;
  keys: Readonly<Record<'parameters' | 'benefits' | 'examples', string[]>>;
};

const word = (values: Values, place: string): string | null => textAt(values, place) || null;

const confidenceOf = (values: Values, place: string): Confidence =>
  (Object.keys(confidenceZh) as Confidence[]).find((each) => each === values[place]) ?? 'source';

export const figureKindAt = (values: Values, key: string): FigureKind =>
  figureKinds.find(({ value }) => value === values[`parameters/${key}/kind`])?.value ?? 'number';

function parameterAt(values: Values, key: string): Parameter {
  const at = (name: string) => `parameters/${key}/${name}`;
  return {
    code: textAt(values, at('code')),
    zh: textAt(values, at('zh')),
    from: word(values, at('from')),
    to: word(values, at('to')),
    value: figureOf(figureKindAt(values, key), values[at('value')]) ?? '',
    docNo: textAt(values, at('docNo')),
    confidence: confidenceOf(values, at('confidence')),
  };
}

function exampleAt(values: Values, key: string): Example {
  const at = (name: string) => `examples/${key}/${name}`;
  const facts = keysAt(values, at('facts')).flatMap((fact): Array<[FactName, FactValue]> => {
    const value = isFact(fact) ? factValueOf(fact, values[at(`is/${fact}`)]) : undefined;
    return isFact(fact) && value !== undefined ? [[fact, value]] : [];
  });
  const missing = values[at('missing')];
  return {
    zh: textAt(values, at('zh')),
    on: textAt(values, at('on')),
    facts: Object.fromEntries(facts),
    expect: textAt(values, at('expect')) as Verdict,
    ...(!isEmpty(missing) && { missing: keysAt(values, at('missing')).filter(isFact) }),
  };
}

/** What was typed, as a version would say it; what is unfinished in it `problemsOfDraft` tells. */
export function typedContent({ basics, text, parameters, benefits, rule, examples }: DraftValues): Typed {
  const keys = {
    parameters: keysAt(parameters, 'parameters'),
    benefits: keysAt(benefits, 'benefits'),
    examples: keysAt(examples, 'examples'),
  };
  const figures = keys.parameters.map((key) => parameterAt(parameters, key));
  const docNo = textAt(basics, 'docNo');
  const typed = typedRule(rule, figures, docNo);
  const content: PolicyContent = {
    titleZh: textAt(basics, 'titleZh'),
    summaryZh: textAt(basics, 'summaryZh'),
    forZh: textAt(basics, 'forZh'),
    kind: textAt(basics, 'kind'),
    docNo,
    effectiveFrom: word(basics, 'effectiveFrom'),
    effectiveTo: word(basics, 'effectiveTo'),
    demonstration: basics.demonstration === true,
    bodyZh: textAt(text, 'bodyZh'),
    definition: {
      rule: typed.rule,
      parameters: figures,
      benefits: keys.benefits.map((code): BenefitPart => {
        const perZh = textAt(benefits, `benefits/${code}/perZh`);
        return {
          code,
          zh: textAt(benefits, `benefits/${code}/zh`),
          unit: textAt(benefits, `benefits/${code}/unit`) as BenefitPart['unit'],
          param: textAt(benefits, `benefits/${code}/param`),
          ...(perZh !== '' && { perZh }),
        };
      }),
      examples: keys.examples.map((key) => exampleAt(examples, key)),
    },
  };
  return { content, rule: typed, keys };
}
