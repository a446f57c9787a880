import type { Answer, Answers, Choice, Question } from './question';

/** One line of a form as it is read: a question and its answer in words. */
export type Line = { field: string; label: string; value: string };
/** A section as it is read; what a submission freezes is made of these. */
export type Part<Section extends string = string> = { section: Section; zh: string; lines: Line[] };

/** An answer in words: a choice by its name, a text as it was typed. */
export function answerZh(
  { input }: Pick<Question, 'input'>,
  answer: Answer | undefined,
  choices: readonly Choice[],
): string {
  if (input === 'switch') return answer === true ? '是' : '否';
  if (answer === undefined || answer === null) return '';
  return choices.find(({ value }) => value === answer)?.zh ?? String(answer).trim();
}

/**
 * The answers of a section in words that people read, sealed ones masked.
 * @param masked the masked texts of sealed answers, by the question's name
 * @param choicesOf what may be chosen in a question; its own fixed answers where it is not said
 */
export const linesOf = <One extends Question>(
  questions: readonly One[],
  answers: Answers,
  masked: Readonly<Record<string, string>>,
  choicesOf: (question: One) => readonly Choice[] = ({ choices = [] }) => choices,
): Line[] =>
  questions.map((question) => ({
    field: question.name,
    label: question.zh,
    value:
      question.input === 'sealed'
        ? (masked[question.name] ?? '')
        : answerZh(question, answers[question.name], choicesOf(question)),
  }));
