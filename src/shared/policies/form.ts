import * as z from 'zod/mini';
import { dayProblem } from '../kernel/day-problem';
import { isPlausibleDate } from '../kernel/shanghai';
import { parametersIn, problemsOfRule } from './check-rule';
import { isValueOf } from './fact-value';
import { type FactName, factNames, isFact } from './facts';
import type { Rule } from './rule';

const word = z.string().check(z.minLength(1), z.maxLength(60));
const sentence = z.string().check(z.minLength(1), z.maxLength(200));
const day = z.string().check(z.refine(isPlausibleDate, { error: ({ input }) => dayProblem(String(input)) ?? '' }));
const code = z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, '代码用字母、数字和下划线，以字母开头'));
const value = z.union([z.int(), z.string().check(z.maxLength(60)), z.boolean(), z.array(word).check(z.maxLength(40))]);
/** A value as it travels; whether a fact can have it `factProblem` says. */
export const factValueForm = value;
const factName = z.enum(factNames as [FactName, ...FactName[]]);
const verdict = z.enum(['pass', 'fail', 'unknown']);

export const leafForm = z.strictObject({
  fact: factName,
  op: z.enum(['is', 'isNot', 'in', 'notIn', 'min', 'max', 'before', 'after', 'within']),
  value: z.optional(value),
  param: z.optional(code),
  on: z.optional(day),
  zh: sentence,
  basis: sentence,
});

const heading = z.optional(sentence);
// Read bounded: what is deeper than `problemsOfRule` takes is refused there, what is wider here.
const parts: z.ZodMiniType<Rule[]> = z.lazy(() => z.array(ruleForm).check(z.maxLength(60)));

/** A rule as JSON; what a form cannot tell (types, parameters, depth) `problemsOfRule` says. */
export const ruleForm: z.ZodMiniType<Rule> = z.lazy(() =>
  z.union([
    leafForm,
    z.strictObject({ all: parts, zh: heading }),
    z.strictObject({ any: parts, zh: heading }),
    z.strictObject({ someOf: parts, n: z.int(), zh: heading }),
    z.strictObject({ not: ruleForm, zh: sentence }),
  ]),
) as z.ZodMiniType<Rule>;

export const parameterForm = z.strictObject({
  code,
  zh: word,
  from: z.nullable(day),
  to: z.nullable(day),
  value,
  docNo: word,
  confidence: z.enum(['official', 'source', 'weak', 'old', 'general', 'demonstration']),
});

export const benefitForm = z.strictObject({
  code,
  zh: word,
  unit: z.enum(['fen', 'months', 'days', 'workdays', 'bp', 'times', 'years', 'people', 'personMonths']),
  param: code,
  perZh: z.optional(word),
});

export const exampleForm = z
  .strictObject({
    zh: sentence,
    on: day,
    facts: z.record(z.string(), value),
    expect: verdict,
    missing: z.optional(z.array(factName)),
  })
  .check(
    z.superRefine(({ facts }, { addIssue }) => {
      for (const [name, given] of Object.entries(facts)) {
        if (isFact(name) && isValueOf(name, given)) continue;
        addIssue({ code: 'custom', path: ['facts', name], message: '没有这项事实，或数值不对', input: given });
      }
    }),
  );

/** What decides in a version and what it gives, whole and consistent. */
export const definitionForm = z
  .strictObject({
    rule: ruleForm,
    parameters: z.array(parameterForm).check(z.maxLength(100)),
    benefits: z.array(benefitForm).check(z.maxLength(30)),
    examples: z.array(exampleForm).check(z.maxLength(60)),
  })
  .check(
    z.superRefine(({ rule, parameters, benefits }, { addIssue }) => {
      for (const { path, zh } of problemsOfRule(rule, parameters)) {
        addIssue({ code: 'custom', path: path.split('.'), message: zh, input: rule });
      }
      benefits.forEach(({ param }, i) => {
        if (parameters.some((parameter) => parameter.code === param)) return;
        addIssue({
          code: 'custom',
          path: ['benefits', i, 'param'],
          message: `没有代码为“${param}”的参数`,
          input: param,
        });
      });
      const used = [...parametersIn(rule), ...benefits.map(({ param }) => param)];
      parameters.forEach(({ code: own }, i) => {
        if (used.indexOf(own) !== -1) return;
        addIssue({ code: 'custom', path: ['parameters', i], message: `参数“${own}”没有用到`, input: own });
      });
    }),
  );
