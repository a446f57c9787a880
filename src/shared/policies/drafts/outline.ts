import { groupDigits } from '../../kernel/group-digits';
import { percentZh } from '../benefits';
import { conditionZh } from '../condition-words';
import { confidenceZh, type Parameter } from '../parameters';
import { isLeaf, partsOf, type Rule } from '../rule';
import type { Names } from '../words';
import type { PolicyContent } from './content';
import { draftPartZh, policyKinds } from './parts';

/** One thing that a version says, under a name by which it is found again in another version. */
export type OutlineLine = { key: string; partZh: string; zh: string; said: string };

/** In what two versions differ: what it is, how it stood, how it stands; empty: it did not stand there. */
export type Difference = { partZh: string; zh: string; before: string; after: string };

const days = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : `（${from ?? ''} 至 ${to ?? ''}）`;

function figure({ value }: Parameter, money: boolean, share: boolean): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'number') return typeof value === 'string' ? value : value.join('、');
  if (!Number.isSafeInteger(value)) return String(value);
  if (money) return `${groupDigits(Math.floor(value / 100))} 元`;
  return share ? percentZh(value) : String(value);
}

function ruleLines(rule: Rule, parameters: readonly Parameter[], names: Names, under = ''): OutlineLine[] {
  const partZh = draftPartZh.rule.zh;
  if (isLeaf(rule)) {
    const { fact, op, zh, basis } = rule;
    return [
      {
        key: `rule/${under}/${fact}/${op}/${zh}`,
        partZh,
        zh,
        said: `${conditionZh(rule, parameters, names)}（${basis}）`,
      },
    ];
  }
  const zh =
    'not' in rule
      ? `不能有：${rule.zh}`
      : (rule.zh ?? ('any' in rule ? '任一条' : 'someOf' in rule ? '至少几条' : '都要'));
  const heading = 'someOf' in rule ? [{ key: `rule/${under}/n/${zh}`, partZh, zh, said: `至少符合 ${rule.n} 条` }] : [];
  return [...heading, ...partsOf(rule).flatMap((part) => ruleLines(part, parameters, names, `${under}>${zh}`))];
}

/** Two lines of one name are told apart by their order. */
function apart(lines: readonly OutlineLine[]): OutlineLine[] {
  const met = new Map<string, number>();
  return lines.map((line) => {
    const n = met.get(line.key) ?? 0;
    met.set(line.key, n + 1);
    return { ...line, key: `${line.key}#${n}` };
  });
}

/** All that a version says, line by line. */
export const outlineOf = (content: PolicyContent, names: Names): OutlineLine[] => apart(linesOf(content, names));

function linesOf(content: PolicyContent, names: Names): OutlineLine[] {
  const { definition, demonstration } = content;
  const { rule, parameters, benefits, examples } = definition;
  const basics: Array<[string, string, string]> = [
    ['titleZh', '政策名称', content.titleZh],
    ['kind', '类别', policyKinds.find(({ value }) => value === content.kind)?.zh ?? content.kind],
    ['forZh', '适用对象', content.forZh],
    ['summaryZh', '一句话说明', content.summaryZh],
    ['docNo', '文号', content.docNo],
    ['effectiveFrom', '生效日期', content.effectiveFrom ?? '没有写明'],
    ['effectiveTo', '失效日期', content.effectiveTo ?? '没有写明'],
    ['demonstration', '核定情况', demonstration ? '演示' : '有正式文件'],
  ];
  const unit = (code: string, is: 'fen' | 'bp') => benefits.some((part) => part.param === code && part.unit === is);
  const money = (code: string) => unit(code, 'fen') || /Fen$/.test(code);
  return [
    ...basics.map(([key, zh, said]) => ({ key, partZh: draftPartZh.basics.zh, zh, said })),
    { key: 'bodyZh', partZh: draftPartZh.text.zh, zh: '正文', said: content.bodyZh },
    ...benefits.map(({ code, zh, perZh = '' }) => ({
      key: `benefits/${code}`,
      partZh: draftPartZh.benefits.zh,
      zh,
      said: `${zh}${perZh && `，${perZh}`}`,
    })),
    ...parameters.map((parameter) => ({
      key: `parameters/${parameter.code}`,
      partZh: draftPartZh.parameters.zh,
      zh: parameter.zh,
      said: `${figure(parameter, money(parameter.code), unit(parameter.code, 'bp'))}${days(parameter.from, parameter.to)}，${parameter.docNo}，${confidenceZh[parameter.confidence]}`,
    })),
    ...ruleLines(rule, parameters, names),
    { key: 'examples', partZh: draftPartZh.examples.zh, zh: '示例', said: `${examples.length} 个` },
  ];
}

/** In what a version differs from the one before, in the order of the newer one; what fell out comes last. */
export function differencesOf(before: readonly OutlineLine[], after: readonly OutlineLine[]): Difference[] {
  const was = new Map(before.map((line) => [line.key, line]));
  const is = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap(({ key, partZh, zh, said }) => {
      const stood = was.get(key)?.said ?? '';
      return stood === said ? [] : [{ partZh, zh, before: stood, after: said }];
    }),
    ...before.flatMap(({ key, partZh, zh, said }) => (is.has(key) ? [] : [{ partZh, zh, before: said, after: '' }])),
  ];
}
