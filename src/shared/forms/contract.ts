import * as z from 'zod/mini';
import { count, instant, machineText, sentences } from '../kernel/contract';
import { consentTextForm } from './form';
import { longestDraft } from './kept-section';

/*
 * What an area's contract says of a form. No procedure is everybody's: each area has its own, on its own subject and under its own rules.
 */

/** Kept as typed, half-finished or not; completeness is said in `problems`, never by refusing to keep. */
const answer = z.union([z.string().check(z.maxLength(longestDraft)), z.number(), z.boolean(), z.null()]);
export const answers = z.record(machineText(60), answer);

/** A section as it is sent to be kept, with the version over which it was typed. */
export const saving = { version: count, data: answers };
/** New values of sealed answers, and only those that change; the values themselves never come back. */
export const sealedAnswers = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.optional(z.partialRecord(z.enum(names), machineText(100)));

/** What stands in a section, for somebody who may read it. */
export const sectionShown = z.object({
  version: count,
  data: answers,
  /** Sealed answers (ID number, phone) as masked text. */
  masked: z.record(z.string(), z.string()),
  savedAt: z.nullable(instant),
  savedByZh: z.nullable(z.string()),
  editable: z.boolean(),
  problems: sentences,
});

/** What stands in the way of handing a form in, in the order of its sections. */
export const obstacle = <Section extends z.ZodMiniType>(section: Section) => z.object({ section, text: z.string() });

/** A text to agree to, and since when it is agreed to; null: it is not. */
export const consentShown = z.object({ ...consentTextForm.shape, givenAt: z.nullable(instant) });
