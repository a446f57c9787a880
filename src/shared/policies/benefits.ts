import { groupDigits } from '../kernel/group-digits';
import { formatWan } from '../kernel/money';
import { type Confidence, type Parameter, parameterOn } from './parameters';

/** What a policy gives, part by part: an amount, a cap, a length, a share, a clock. Its figure is a parameter, so that it has its days, document and confidence. */
export type BenefitPart = {
  code: string;
  zh: string;
  /** `bp`: hundredths of a percent; `workdays`: a clock. */
  unit: 'fen' | 'months' | 'days' | 'workdays' | 'bp' | 'times' | 'years' | 'people' | 'personMonths';
  param: string;
  /** What it goes by: “每户”, “每人每月”. */
  perZh?: string;
};

/** A part on a day. `value` null: the policy has no figure then, and none is made up. */
export type BenefitFigure = {
  code: string;
  zh: string;
  value: number | null;
  valueZh: string | null;
  docNo: string | null;
  confidence: Confidence | null;
};

/** Basis points as a percentage: 1000 → `10%`, 594 → `5.94%`. */
export const percentZh = (bp: number): string =>
  `${Math.floor(bp / 100)}${
    bp % 100 === 0
      ? ''
      : `.${String(bp % 100)
          .padStart(2, '0')
          .replace(/0$/, '')}`
  }%`;

const yuan = (fen: number): string =>
  fen % 1_000_000 === 0
    ? `${formatWan(fen)} 万元`
    : fen % 100 === 0
      ? `${groupDigits(fen / 100)} 元`
      : `${formatWan(fen)} 万元`;

const words: Readonly<Record<BenefitPart['unit'], (value: number) => string>> = {
  fen: yuan,
  months: (value) => `${value} 个月`,
  days: (value) => `${value} 天`,
  workdays: (value) => `${value} 个工作日`,
  bp: percentZh,
  times: (value) => `${value} 次`,
  years: (value) => `${value} 年`,
  people: (value) => `${value} 人`,
  personMonths: (value) => `${value} 人月`,
};

/** What a policy gives on a day. */
export const benefitsOn = (
  parts: readonly BenefitPart[],
  parameters: readonly Parameter[],
  date: string,
): BenefitFigure[] =>
  parts.map(({ code, zh, unit, param, perZh }) => {
    const parameter = parameterOn(parameters, param, date);
    const value = typeof parameter?.value === 'number' ? parameter.value : null;
    return {
      code,
      zh,
      value,
      valueZh: value === null ? null : `${perZh === undefined ? '' : `${perZh} `}${words[unit](value)}`,
      docNo: parameter?.docNo ?? null,
      confidence: parameter?.confidence ?? null,
    };
  });
