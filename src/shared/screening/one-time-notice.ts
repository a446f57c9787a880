import type { ReturnReason } from '../competition/blueprint';
import { type SectionName, sectionZh } from '../entry/sections';
import { roleZh } from '../kernel/actor';
import { type Refusal, refuse } from '../kernel/result';
import { isBlank } from '../kernel/typed/unseen';
import type { Mark } from './marks';

/** One thing to put right, in the words that the entrant reads, and the fields that it is about. */
export type Fault = { section: SectionName; text: string; fields?: readonly string[] };

/** The parts as they were submitted: what their fields are called. */
type Labelled = ReadonlyArray<{ section: SectionName; lines: ReadonlyArray<{ field: string; label: string }> }>;

const named = (sections: readonly SectionName[]): string => sections.map((s) => `“${sectionZh[s]}”`).join('、');

const withVerdict = (marks: readonly Mark[], verdict: Mark['verdict']): SectionName[] =>
  marks.filter((mark) => mark.verdict === verdict).map((mark) => mark.section);

/**
 * All faults of a reading, each reason a sentence of its own and the reviewer's words after them, in the order of the form
 * (rules §2.4, 一次性告知: everything in one notice). Where the reviewer says which fields are wrong, each sentence begins with their names.
 */
export function composeFaults(marks: readonly Mark[], reasons: readonly ReturnReason[], parts: Labelled): Fault[] {
  return marks
    .filter((mark) => mark.verdict === 'fault')
    .flatMap(({ section, codes, fields, comment }) => {
      const sentences = codes.map((code) => reasons.find((r) => r.code === code && r.section === section)?.zh ?? '');
      const lines = parts.find((part) => part.section === section)?.lines ?? [];
      const about = lines.filter(({ field }) => fields.includes(field));
      const named = about.length === 0 ? '' : `${about.map(({ label }) => label).join('、')}：`;
      return [...sentences, comment.trim()]
        .filter((text) => text !== '')
        .map((text) => ({
          section,
          text: `${named}${text}`,
          ...(about.length > 0 && { fields: about.map(({ field }) => field) }),
        }));
    });
}

/** Refuses a return in which nothing is faulty, a fault is not said in words, or some section was not read. */
export function refuseReturn(marks: readonly Mark[]): Refusal | null {
  const faulty = marks.filter((mark) => mark.verdict === 'fault');
  if (faulty.length === 0) return refuse('SCREENING_NO_FAULT_MARKED', '请先标出需要补正的内容');
  const unnamed = faulty.filter((mark) => mark.codes.length === 0 && isBlank(mark.comment));
  if (unnamed.length > 0) {
    const which = named(unnamed.map((mark) => mark.section));
    return refuse('SCREENING_NO_FAULT_MARKED', `${which}标为“需要补正”，请选择理由或写明问题`);
  }
  const unread = withVerdict(marks, 'unread');
  if (unread.length === 0) return null;
  return refuse('SCREENING_SECTIONS_UNREAD', `退回前请审完每一部分，还有${named(unread)}未审`);
}

/** Refuses to find all in order while something was found faulty. */
export function refuseFaults(marks: readonly Mark[]): Refusal | null {
  const faulty = withVerdict(marks, 'fault');
  return faulty.length === 0
    ? null
    : refuse('SCREENING_FAULT_STANDS', `${named(faulty)}标为“需要补正”，不能全部标为无误`);
}

/** Refuses an approval while a section is faulty or unread. */
export function refuseApproval(marks: readonly Mark[]): Refusal | null {
  const faulty = withVerdict(marks, 'fault');
  if (faulty.length > 0) return refuse('SCREENING_FAULT_STANDS', `${named(faulty)}标为“需要补正”，不能通过`);
  const unread = withVerdict(marks, 'unread');
  return unread.length === 0 ? null : refuse('SCREENING_SECTIONS_UNREAD', `请先审完每一部分，还有${named(unread)}未审`);
}

/** Whose a second return is, in one sentence. */
export const secondReturnZh = `第二次退回只能退改动过的部分，确需退回请找${roleZh.regionLead}`;

/**
 * May the entry be returned once more? The first return is free; a later one may only concern what the entrant changed
 * since, otherwise the region's lead has to do it (rules §2.4).
 * @returns null when it may, else the refusal naming the untouched sections
 */
export function mayReturnAgain(asked: {
  returns: number;
  faulty: readonly SectionName[];
  changed: ReadonlySet<SectionName>;
  isLead: boolean;
}): Refusal | null {
  if (asked.returns === 0 || asked.isLead) return null;
  const untouched = asked.faulty.filter((section) => !asked.changed.has(section));
  if (untouched.length === 0) return null;
  const sentence = `第二次退回只能退改动过的部分。${named(untouched)}没有改动，确需退回请找${roleZh.regionLead}`;
  return refuse('SCREENING_SECOND_RETURN', sentence);
}
