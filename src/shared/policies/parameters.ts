/** How far a figure is to be trusted; nothing but `official` may be applied for in production without a person's word. */
export type Confidence = 'official' | 'source' | 'weak' | 'old' | 'general' | 'demonstration';

export const confidenceZh: Readonly<Record<Confidence, string>> = {
  official: '主办单位已核定',
  source: '按公开转载的文件整理，待核对原件',
  weak: '来源较弱，待核实',
  old: '来自较早的文件，是否延续待核实',
  general: '通行做法，待核定',
  demonstration: '演示内容，待主办单位核定',
};

/** Money in fen, months and days as counts, shares and rates in basis points, dates `YYYY-MM-DD`, lists of codes. */
export type ParameterValue = number | string | boolean | readonly string[];

/** A figure of a policy for so long as it holds. `from` and `to` are its first and last day, both inclusive; null: no end on that side. */
export type Parameter = {
  code: string;
  zh: string;
  from: string | null;
  to: string | null;
  value: ParameterValue;
  docNo: string;
  confidence: Confidence;
};

const covers = ({ from, to }: Parameter, date: string): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

/** The figure on a day; undefined when none holds then: never the last one, never a default. */
export const parameterOn = (all: readonly Parameter[], code: string, date: string): Parameter | undefined =>
  all.find((parameter) => parameter.code === code && covers(parameter, date));

const overlap = (a: Parameter, b: Parameter): boolean =>
  a.code === b.code &&
  (a.to === null || b.from === null || b.from <= a.to) &&
  (b.to === null || a.from === null || a.from <= b.to);

/** Codes that have two values on some day, or a value whose end lies before its beginning. */
export function clashingParameters(all: readonly Parameter[]): string[] {
  const codes = all
    .filter(
      (a, i) => (a.from !== null && a.to !== null && a.to < a.from) || all.slice(i + 1).some((b) => overlap(a, b)),
    )
    .map(({ code }) => code);
  return codes.filter((code, i) => codes.indexOf(code) === i);
}
