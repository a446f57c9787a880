import { formatWan, formatYuan } from '../../kernel/money';
import { type Result, refuse } from '../../kernel/result';
import { addDays } from '../../kernel/shanghai';
import { percentZh } from '../../policies/benefits';
import { confidenceZh } from '../../policies/parameters';
import { figureOn, type RuleVersion, type Source } from './figures';
import type { Interest } from './interest';
import { type Derived, firmCap, personCap, rateCap, subsidisedCap } from './limits';
import type { Accrual, Method } from './loan';
import { type Instalment, planOf, sumOf } from './plan';

/** Figures of one's own, to see how the rule works on them; nothing of it is kept. */
export type ExampleAsked = {
  principalFen: number;
  months: number;
  method: Method;
  /** Null: the highest that the rule allows. */
  rateBp: number | null;
  contractOn: string;
};

/** A figure of the rule as the page names it; `valueZh` null: the rule has none on that day. */
export type RuleFigure = { code: string; zh: string; valueZh: string | null; sourceZh: string | null };

export type LoanExample = {
  of: 'person' | 'firm';
  contractOn: string;
  rateBp: number | null;
  method: Method;
  accrual: Accrual;
  figures: readonly RuleFigure[];
  /** What is not known, in words; then there is no plan. */
  lacksZh: string | null;
  plan: readonly Instalment[];
  sum: Interest;
};

/** A method's usual way to reckon: days where only interest is paid, twelfths where a level sum is paid each month. */
const accrualOf = (method: Method): Accrual => (method === 'interestFirst' ? 'act360' : 'monthly12');

const sourceZh = ({ docNo, version, confidence }: Source): string =>
  `${docNo}，政策第 ${version} 版${confidence === 'official' ? '' : `，${confidenceZh[confidence]}`}`;

const named = (code: string, zh: string, found: Derived | null, words: (value: number) => string): RuleFigure => ({
  code,
  zh,
  valueZh: found === null ? null : words(found.value),
  sourceZh: found === null ? null : [...new Set(found.from.map(sourceZh))].join('；'),
});

const months = (value: number): string => `${value} 个月`;
const yuan = (fen: number): string => `${formatYuan(fen)} 元`;

/** The rule's figures on the day of a contract. */
function limitsOn(version: RuleVersion, contractOn: string) {
  const on = (param: string): Derived | null => {
    const found = figureOn([version], param, contractOn);
    return found && { value: found.value, from: [found.from] };
  };
  const of = version.parameters.some(({ code }) => code === 'firmCapFen') ? 'firm' : 'person';
  return {
    of,
    cap: of === 'firm' ? firmCap([version], contractOn) : personCap([version], contractOn),
    subsidised: subsidisedCap(version, of, contractOn),
    most: on(of === 'firm' ? 'firmMonths' : 'personMonths'),
    lpr: on('lpr1y'),
    rate: rateCap([version], contractOn),
    share: on('subsidyShare'),
  } as const;
}

type Limits = ReturnType<typeof limitsOn>;

/** What is asked beyond the rule: field → sentence. */
function beyond({ cap, most, rate }: Limits, asked: ExampleAsked): Record<string, string> {
  const fields: Record<string, string> = {};
  if (cap && asked.principalFen > cap.value) fields.principalFen = `最高 ${formatWan(cap.value)} 万元`;
  if (most && asked.months > most.value) fields.months = `最长 ${months(most.value)}`;
  if (rate && asked.rateBp !== null && asked.rateBp > rate.value)
    fields.rateBp = `合同签订日的利率上限是 ${percentZh(rate.value)}`;
  return fields;
}

const lacks = ({ cap, subsidised, most, lpr, rate, share }: Limits): string | null => {
  if (lpr === null) return '合同签订日所在月份的 LPR 尚未录入，利率上限暂时算不出，也不用上个月的代替';
  return [cap, subsidised, most, rate, share].includes(null) ? '这一天没有适用的规定，算不出金额' : null;
};

/**
 * How a loan under a version would run with somebody's own figures: the rule's limits with where each is written, every payment, and who bears the interest.
 * Refuses what lies beyond the rule, beside its field. Where the rule lacks a figure nothing is reckoned, and it says which.
 */
export function exampleOf(version: RuleVersion, asked: ExampleAsked): Result<LoanExample> {
  const limits = limitsOn(version, asked.contractOn);
  const { of, cap, subsidised, most, lpr, rate, share } = limits;
  const fields = beyond(limits, asked);
  if (Object.keys(fields).length > 0)
    return refuse('BENEFITS_EXAMPLE_BEYOND_RULE', '有数字超出规定，已在下方标红说明', fields);
  const rateBp = asked.rateBp ?? rate?.value ?? null;
  const accrual = accrualOf(asked.method);
  const lacksZh = lacks(limits);
  const until = version.effectiveTo === null ? null : addDays(version.effectiveTo, 1);
  const plan =
    lacksZh !== null || subsidised === null || share === null || rateBp === null
      ? []
      : planOf(
          {
            principalFen: asked.principalFen,
            rateBp,
            method: asked.method,
            accrual,
            disbursedOn: asked.contractOn,
            months: asked.months,
          },
          { capFen: subsidised.value, shareBp: share.value, until },
        );
  return {
    ok: true,
    value: {
      of,
      contractOn: asked.contractOn,
      rateBp,
      method: asked.method,
      accrual,
      figures: [
        named('cap', of === 'firm' ? '小微企业最高额度' : '个人最高额度', cap, yuan),
        named('months', '最长期限', most, months),
        named('lpr', '合同签订日的 1 年期 LPR', lpr, percentZh),
        named('rate', '利率上限', rate, percentZh),
        named('share', '财政贴息占利息', share, percentZh),
      ],
      lacksZh,
      plan,
      sum: sumOf(plan),
    },
  };
}
