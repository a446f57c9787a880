import * as z from 'zod/mini';
import { paperKinds } from '../kernel/identity-paper';
import type { Blueprint } from './blueprint';

const word = z.string().check(z.minLength(1), z.maxLength(60));
const line = z.string().check(z.maxLength(400));
const months = z.nullable(z.int().check(z.positive()));
const workdays = z.int().check(z.minimum(1), z.maximum(60));

/** The full schema of an edition's blueprint: what a person may set, and within which bounds. */
export const blueprintForm = z.object({
  basisZh: line,
  groups: z
    .array(
      z.object({
        code: word,
        zh: word,
        hintZh: line,
        registered: z.boolean(),
        ageMin: z.int().check(z.minimum(14)),
        ageMax: z.nullable(z.int()),
        teamMin: z.int().check(z.minimum(1)),
        teamMax: z.int().check(z.maximum(30)),
        registeredAfterMonths: months,
        registeredUpToMonths: months,
      }),
    )
    .check(z.minLength(1)),
  slots: z.array(
    z.object({
      code: word,
      zh: word,
      hintZh: line,
      kinds: z.array(word).check(z.minLength(1)),
      maxBytes: z.int().check(z.positive(), z.maximum(50 * 1024 * 1024)),
      maxSeconds: z.optional(z.int().check(z.positive())),
      files: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
      neededWhen: z.enum(['always', 'registered', 'claimsIp', 'claimsInsuredJobs', 'never']),
    }),
  ),
  consents: z.array(z.object({ kind: word, zh: word, bodyZh: line, required: z.boolean(), version: word })),
  declaration: z.object({ version: word, bodyZh: z.string().check(z.maxLength(2000)) }),
  returnReasons: z.array(z.object({ code: word, section: word, zh: line })),
  clocks: z.object({ firstReview: workdays, correction: workdays, reReview: workdays, feedback: workdays }),
  organiser: z.object({ nameZh: line, filingZh: line }),
  fund: z.optional(z.object({ zh: word, fen: z.int().check(z.nonnegative()), noteZh: line })),
  identityPapers: z.optional(z.array(z.enum(paperKinds)).check(z.minLength(1))),
  notices: z.array(z.object({ title: word, body: line, date: z.string() })),
});

/** Reads a blueprint from data. Throws when it does not fit: an edition with a broken frame must not open. */
export const parseBlueprint = (value: unknown): Blueprint => blueprintForm.parse(value);
