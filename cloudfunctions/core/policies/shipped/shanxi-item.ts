import type { BenefitPart } from '@shared/policies/benefits';
import type { Confidence } from '@shared/policies/parameters';
import type { Example } from '@shared/policies/policy';
import type { Rule } from '@shared/policies/rule';
import { parametersOf, type ShippedPolicy } from './shipped-policy';

type Item = {
  code: string;
  titleZh: string;
  forZh: string;
  summaryZh: string;
  docNo: string;
  from?: string;
  to?: string;
  confidence: Confidence;
  /** What it gives: the amount in fen, and by what; null: the item is known, its amount was never seen. */
  gives: { fen: number; zh: string; perZh?: string; months?: number; most?: Most } | null;
  rule: Rule;
  examples: readonly Example[];
};

/** Of what is counted (people, months of people, years) so many count at most: a choice of ours where no document was seen that says it. */
type Most = { times: number; unit: 'people' | 'personMonths' | 'years' };
const mostTimes = 'mostTimes';
const mostZh = '最多计';

const weak = '来源为网络汇总，尚未见到文件，待市人社部门核定';
const old = '来自较早的文件，是否延续待市人社部门核定';
const confirmedZh: Partial<Record<Confidence, string>> = {
  weak,
  old,
  source: '按公开报道整理，尚未与文件原件核对',
};

const merged = '15,000 元补贴已合并一次性创业、场地租金和社会保险补贴，同类补贴不重复享受。';

/** One of the province's items of start-up money, as a policy of ours. */
export function shipped(item: Item): ShippedPolicy {
  const { code, titleZh, forZh, summaryZh, docNo, confidence, gives, rule, examples, from = null, to = null } = item;
  const figure = parametersOf(docNo, confidence, from, to);
  const amount: BenefitPart[] = gives
    ? [{ code: 'amount', zh: gives.zh, unit: 'fen', param: 'amountFen', ...(gives.perZh && { perZh: gives.perZh }) }]
    : [];
  const months: BenefitPart[] = gives?.months
    ? [{ code: 'months', zh: '最长期限', unit: 'months', param: 'mostMonths' }]
    : [];
  return {
    code,
    version: 1,
    titleZh,
    forZh,
    summaryZh,
    bodyZh: `${summaryZh}\n${merged}\n办理前请向登记注册地人社部门核对是否仍在执行。`,
    kind: 'subsidy',
    docNo,
    effectiveFrom: from,
    effectiveTo: to,
    confirmedZh: confirmedZh[confidence] ?? weak,
    // No text of these was seen in the original.
    demonstration: true,
    rule,
    parameters: [
      ...(gives ? [figure('amountFen', gives.zh, gives.fen)] : []),
      ...(gives?.most ? [parametersOf(docNo, 'demonstration', from, to)(mostTimes, mostZh, gives.most.times)] : []),
      ...(gives?.months ? [figure('mostMonths', '最长月数', gives.months)] : []),
    ],
    benefits: [
      ...amount,
      ...months,
      ...(gives?.most ? [{ code: 'most', zh: mostZh, unit: gives.most.unit, param: mostTimes }] : []),
    ],
    examples,
  };
}
