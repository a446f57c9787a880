import * as z from 'zod/mini';
import { dayProblem } from '../kernel/day-problem';
import { sentencesOf } from '../kernel/issue-sentences';
import { isPlausibleDate } from '../kernel/shanghai';
import { countGraphemes } from '../kernel/typed/graphemes';
import { tooLong } from '../kernel/typed/sentences';
import type { Answers } from './question';

/*
 * Of what a section's completeness is said. A section may be kept in any state: these judge what is missing, they never refuse to keep.
 */

/** Words that must be there, at most so many characters as people count them. */
export const filled = (max: number) =>
  z.string().check(
    z.minLength(1, { abort: true }),
    z.refine((text) => countGraphemes(text) <= max, {
      error: ({ input }) => tooLong(max, countGraphemes(String(input))),
    }),
  );

/** A whole number from 0. */
export const wholeNumber = (max: number) => z.int().check(z.nonnegative(), z.maximum(max));

/** A day that must be chosen and exists. */
export const day = z.string().check(
  z.refine((text) => text !== '', { error: '请选择日期', abort: true }),
  z.refine(isPlausibleDate, { error: ({ input }) => dayProblem(String(input)) ?? '' }),
);

/** Field → sentence, of what a section's form says of its answers; empty when it is complete. Never throws, whatever was typed. */
export function problemsIn(form: z.ZodMiniType | undefined, answers: Answers): Record<string, string> {
  const parsed = form?.safeParse(answers);
  return parsed && !parsed.success ? sentencesOf(parsed.error.issues) : {};
}

const word = z.string().check(z.minLength(1), z.maxLength(60));

const said = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));

/**
 * A text that people consent to, by its kind and version. A kind is one purpose's and one receiver's: who is given what, what for and until when
 * stands beside the text, in words (PIPL art. 17, 23).
 */
export const consentTextForm = z.object({
  kind: word,
  zh: word,
  bodyZh: z.string().check(z.maxLength(400)),
  required: z.boolean(),
  version: word,
  receiverZh: said,
  purposeZh: said,
  fieldsZh: said,
  untilZh: said,
});
