import { answerZh, type Line } from '../../forms/lines';
import type { Answer, Answers, Choice, Question } from '../../forms/question';
import { formatWan, formatYuan } from '../../kernel/money';

type UnitIs = {
  zh: string;
  /** How many of what is kept make one of what is typed. */
  scale: number;
  digits: number;
  words: (kept: number) => string;
};

/** In what numbers are typed, and how they are kept: money in fen, shares in basis points, all else in pieces. */
export const units = {
  yuan: { zh: '元', scale: 100, digits: 2, words: (fen) => `${formatYuan(fen)} 元` },
  wan: { zh: '万元', scale: 1_000_000, digits: 2, words: (fen) => `${formatWan(fen)} 万元` },
  percent: { zh: '%', scale: 100, digits: 2, words: (bp) => `${(bp / 100).toFixed(2)}%` },
  months: { zh: '个月', scale: 1, digits: 0, words: (n) => `${n} 个月` },
  days: { zh: '天', scale: 1, digits: 0, words: (n) => `${n} 天` },
  marks: { zh: '分', scale: 1, digits: 0, words: (n) => `${n} 分` },
  hours: { zh: '小时', scale: 1, digits: 0, words: (n) => `${n} 小时` },
} as const satisfies Record<string, UnitIs>;

export type Unit = keyof typeof units;

/** What is kept of a number as it was typed. */
export const keptOf = (typed: number, unit: Unit): number => Math.round(typed * units[unit].scale);

/** A number as it is typed, of what is kept. */
export const typedOf = (kept: number, unit: Unit): number => kept / units[unit].scale;

/** A question with the unit in which its number is typed. */
type Measured = Question & { unit?: Unit };

/** An answer in words, with its unit. */
export const answerWords = (question: Measured, answer: Answer | undefined, choices: readonly Choice[]): string =>
  question.unit !== undefined && typeof answer === 'number'
    ? units[question.unit].words(answer)
    : answerZh(question, answer, choices);

/** What a move was told, line by line, in words; what was not asked has none. */
export const recordLines = <One extends Measured>(
  questions: readonly One[],
  answers: Answers,
  choicesOf: (question: One) => readonly Choice[],
): Line[] =>
  questions.flatMap((question) => {
    const value = answerWords(question, answers[question.name], choicesOf(question));
    return value === '' ? [] : [{ field: question.name, label: question.zh, value }];
  });
