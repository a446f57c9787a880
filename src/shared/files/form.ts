import * as z from 'zod/mini';

const word = z.string().check(z.minLength(1), z.maxLength(60));

/** One slot for files, as data says it: what it takes and how people call it. */
export const fileSlotForm = z.object({
  code: word,
  zh: word,
  hintZh: z.string().check(z.maxLength(400)),
  /** File kinds by extension without a dot: pdf, docx, jpg … */
  kinds: z.array(word).check(z.minLength(1)),
  maxBytes: z.int().check(z.positive(), z.maximum(50 * 1024 * 1024)),
  /** Longest film, in seconds; only of slots that take films. */
  maxSeconds: z.optional(z.int().check(z.positive(), z.maximum(3600))),
  /** How many files it holds at most; one when not said. */
  files: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
});
