import type { Answers } from '../../../forms/question';

/** Who borrows, by the answers of the form: a person, with partners or alone, unless a small firm was named. */
export const borrowerIn = (answers: Answers): 'person' | 'firm' => (answers['group.as'] === 'firm' ? 'firm' : 'person');

/** How many found together, the applicant among them; a firm has none. */
export function partnersIn(answers: Answers): number {
  const partners = answers['group.partners'];
  return borrowerIn(answers) === 'person' && typeof partners === 'number' && partners > 1 ? partners : 1;
}
