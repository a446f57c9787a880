import { holdsResidentId } from '../kernel/resident-id';
import { countGraphemes } from '../kernel/typed/graphemes';
import { noIdNumberHere, tooLong } from '../kernel/typed/sentences';
import { type Typed, typedArea, typedCode, typedDate, typedLine, typedName } from '../kernel/typed/typed';
import { checkUscc } from '../kernel/uscc';
import type { Answer, Answers, Question } from './question';

/** The longest text that a draft keeps, in UTF-16 units: well above every field's own bound, below what a call carries. */
export const longestDraft = 8_000;

/** What was typed into a field, made plain by its kind; null where the field takes no words. */
export function typedInto({ input, kind }: Pick<Question, 'input' | 'kind'>, text: string): Typed | null {
  switch (input) {
    case 'text':
      return kind === 'name' ? typedName(text) : typedLine(text);
    case 'code':
      return typedCode(text);
    case 'area':
      return typedArea(text);
    case 'date':
      return typedDate(text);
    default:
      return null;
  }
}

/** A section as it is kept: every text plain by its field's kind. Page and server both keep by this, so that they agree on what is saved. */
export function keptSection<V extends Answers>(questions: readonly Question[], values: V): V {
  const kept = Object.entries(values).map(([name, value]) => {
    const field = questions.find((each) => each.name === name);
    const typed = field && typeof value === 'string' ? typedInto(field, value) : null;
    return [name, typed?.value ?? value];
  });
  return Object.fromEntries(kept) as V;
}

/** Without the answers to fixed choices that are offered no more: what was once chosen stays in its row and is neither shown nor sent on. */
export function offeredAnswers(questions: readonly Question[], values: Answers): Answers {
  const isOffered = ([name, answer]: [string, Answer]): boolean => {
    const choices = questions.find((question) => question.name === name)?.choices;
    return choices === undefined || answer === null || choices.some(({ value }) => value === answer);
  };
  return Object.fromEntries(Object.entries(values).filter(isOffered));
}

/**
 * Of what was sent the section's own answers alone, none that was not offered, and never a sealed one: an ID number that is sent as plain text is not
 * kept.
 */
export function ownAnswers(questions: readonly Question[], values: Answers): Answers {
  const plain = questions.filter(({ input }) => input !== 'sealed').map(({ name }) => name);
  return offeredAnswers(questions, Object.fromEntries(Object.entries(values).filter(([name]) => plain.includes(name))));
}

/** Field → sentence, of texts that may not even be kept: an identity number in the open, more than a draft holds. */
export function unkeepable(questions: readonly Question[], values: Answers): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const { name, input, max = longestDraft } of questions) {
    const value = values[name];
    if (typeof value !== 'string' || !['text', 'code', 'area'].includes(input)) continue;
    if (value.length > longestDraft) sentences[name] = tooLong(max, countGraphemes(value));
    else if (holdsResidentId(value) && !(input === 'code' && checkUscc(value).ok)) sentences[name] = noIdNumberHere;
  }
  return sentences;
}
