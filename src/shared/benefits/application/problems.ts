import type { Answer, Answers } from '../../forms/question';
import { unanswered } from '../../forms/unanswered';
import { dayProblem } from '../../kernel/day-problem';
import { mostOf, tooMany } from '../../kernel/most';
import { countGraphemes } from '../../kernel/typed/graphemes';
import { tooLong } from '../../kernel/typed/sentences';
import { checkUscc } from '../../kernel/uscc';
import type { About, ApplicationKind, KindQuestion, KindSection, MoveRecord } from './kind';

const notAfterToday = '不能晚于今天';
const isEmpty = (answer: Answer | undefined): boolean => answer === undefined || answer === null || answer === '';

/** What is wrong with one answer; null: nothing. */
function problemOf(question: KindQuestion, answer: Answer | undefined, sealed: boolean): string | null {
  const { input, max, choices, optional } = question;
  if (input === 'sealed') return sealed || optional ? null : unanswered(question);
  if (isEmpty(answer)) return optional ? null : unanswered(question);
  if (!['number', 'switch'].includes(input) && typeof answer !== 'string') return unanswered(question);
  if (input === 'number') {
    if (typeof answer !== 'number' || answer < 0) return '请填写数字';
    if (question.unit !== undefined && !Number.isSafeInteger(answer)) return '请填写数字';
    return answer > mostOf[question.unit === 'yuan' || question.unit === 'wan' ? 'money' : 'count'] ? tooMany : null;
  }
  if (input === 'date') return dayProblem(String(answer));
  if (choices && !choices.some(({ value }) => value === answer)) return unanswered(question);
  if (typeof answer === 'string' && max !== undefined && countGraphemes(answer) > max)
    return tooLong(max, countGraphemes(answer));
  if (question.name === 'uscc') {
    const checked = checkUscc(String(answer));
    return checked.ok ? null : checked.message;
  }
  return null;
}

/** The questions of a section, or of a move, that are asked as it stands. */
export const askedIn = ({ questions }: Pick<KindSection, 'questions'>, answers: Answers): readonly KindQuestion[] =>
  questions.filter(({ onlyIf }) => onlyIf === undefined || onlyIf(answers));

/** The answers to what is asked: one that was given before something else was chosen, and is no longer asked for, says nothing. */
const askedOf = (section: Pick<KindSection, 'questions'>, answers: Answers): Array<[string, Answer]> =>
  askedIn(section, answers).flatMap(({ name }): Array<[string, Answer]> => {
    const answer = answers[name];
    return answer === undefined ? [] : [[name, answer]];
  });

/** All answers of a form to what it asks, by `section.name`: by these it is judged, and nobody reads others. */
export const allAnswers = (kind: ApplicationKind, of: (section: string) => Answers): Answers =>
  Object.fromEntries(
    kind.sections.flatMap((section) =>
      askedOf(section, of(section.code)).map(([name, answer]) => [`${section.code}.${name}`, answer]),
    ),
  );

/**
 * What is still missing or wrong in a section: question → sentence. It never refuses to keep.
 * @param all the answers of the whole form, for what one section says to another
 * @param isSealed whether a sealed answer stands, by its question's name
 * @param today the day in Shanghai: what a form asks for has been
 */
export function sectionProblems(
  kind: ApplicationKind,
  section: KindSection,
  answers: Answers,
  all: Answers,
  isSealed: (name: string) => boolean,
  today: string,
): Record<string, string> {
  const own = askedIn(section, answers).flatMap((question): Array<[string, string]> => {
    const answer = answers[question.name];
    const late = question.input === 'date' && question.ahead !== true && String(answer ?? '') > today;
    const problem = problemOf(question, answer, isSealed(question.name)) ?? (late ? notAfterToday : null);
    return problem === null ? [] : [[question.name, problem]];
  });
  const told = Object.entries(kind.judge(all)).flatMap(([field, sentence]): Array<[string, string]> => {
    const [code, name] = field.split('.');
    return code === section.code && name !== undefined ? [[name, sentence]] : [];
  });
  return Object.fromEntries([...told, ...own]);
}

/** Nothing happened in a case before it was handed in, nor after today; null: neither. */
function astray(day: string, ahead: boolean, { handedInOn, today }: About): string | null {
  if (!ahead && day > today) return notAfterToday;
  return handedInOn !== null && day < handedInOn ? `不能早于提交申报的那天（${handedInOn}）` : null;
}

/** What is missing or wrong in the answers that a move is told: question → sentence. A sealed one is there when it was typed. */
export function recordProblems(record: MoveRecord, answers: Answers, about: About): Record<string, string> {
  const asked = askedIn(record, answers);
  const saying = (judge: (question: KindQuestion, answer: Answer | undefined) => string | null) =>
    Object.fromEntries(
      asked.flatMap((question): Array<[string, string]> => {
        const problem = judge(question, answers[question.name]);
        return problem === null ? [] : [[question.name, problem]];
      }),
    );
  return {
    ...saying(({ input, ahead }, day) =>
      input === 'date' && !isEmpty(day) ? astray(String(day), ahead === true, about) : null,
    ),
    ...record.judge?.(Object.fromEntries(askedOf(record, answers)), about),
    ...saying((question, answer) => problemOf(question, answer, !isEmpty(answer))),
  };
}
