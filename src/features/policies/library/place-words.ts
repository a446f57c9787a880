import { textAt, type Values } from '@shared/policies/drafts/values';
import { factOf, isFact } from '@shared/policies/facts';

const names: Readonly<Record<string, string>> = {
  titleZh: '政策名称',
  kind: '类别',
  forZh: '适用对象',
  summaryZh: '一句话说明',
  docNo: '文号',
  effectiveFrom: '生效日期',
  effectiveTo: '失效日期',
  demonstration: '先作为演示公布',
  bodyZh: '正文',
  zh: '名称',
  unit: '单位',
  param: '参数',
  perZh: '按什么给',
  value: '数值',
  from: '从哪天起',
  to: '到哪天止',
  confidence: '依据可靠程度',
  fact: '看哪一项情况',
  op: '怎么比',
  held: '和什么比',
  on: '算到哪一天',
  basis: '依据',
  parts: '各条的顺序',
  n: '至少几条',
  expect: '应当是什么结果',
  facts: '知道哪些情况',
  missing: '还应当知道什么',
  parameters: '参数的顺序',
  benefits: '待遇的顺序',
  examples: '示例的顺序',
};

/** What a place is called where two people wrote in it: the item, and the field. */
export function placeZh(values: Values, place: string): string {
  const steps = place.split('/');
  const last = steps[steps.length - 1] ?? '';
  const item = steps.slice(0, steps.includes('is') ? -2 : -1).join('/');
  const named = isFact(last) ? factOf(last).zh : (names[last] ?? last);
  const name = item === '' ? '' : textAt(values, `${item}/zh`);
  return name === '' ? named : `“${name}”的${named}`;
}
