import { fieldsOf } from '../entry/fields';
import type { SectionName } from '../entry/sections';

type Line = { field: string; label: string; value: string };

/** What was submitted, section by section in readable lines; sealed values masked, a file with its version. */
export type Submitted = ReadonlyArray<{ section: SectionName; lines: readonly Line[] }>;

/** `before` is null where nothing changed; '' where there was nothing before. A line taken out has an empty `value`. */
export type ReviewLine = Line & { before: string | null; sealed: boolean };
export type ReviewedSection = { section: SectionName; lines: ReviewLine[]; changed: boolean };

const isSealed = (section: SectionName, field: string): boolean =>
  fieldsOf[section].some(({ name, input }) => name === field && input === 'sealed');

const linesOf = (submitted: Submitted, section: SectionName): readonly Line[] =>
  submitted.find((part) => part.section === section)?.lines ?? [];

/**
 * Lays what was submitted last beside what was returned: exactly the changed lines carry what stood there before.
 * @param before the submission that was returned; null at a first reading, where nothing counts as changed
 * @param resealed sealed fields (`leader.idNumber`) set anew since: their masked text may well look the same
 */
export function diffSections(
  sections: readonly SectionName[],
  now: Submitted,
  before: Submitted | null,
  resealed: ReadonlySet<string>,
): ReviewedSection[] {
  return sections.map((section) => {
    const old = before ? linesOf(before, section) : [];
    const lines = linesOf(now, section).map((line): ReviewLine => {
      const sealed = isSealed(section, line.field);
      const was = old.find(({ field }) => field === line.field)?.value ?? '';
      const same = was === line.value && !(sealed && resealed.has(`${section}.${line.field}`));
      return { ...line, before: before === null || same ? null : was, sealed };
    });
    const gone = old
      .filter(({ field }) => !lines.some((line) => line.field === field))
      .map((line): ReviewLine => ({ ...line, value: '', before: line.value, sealed: isSealed(section, line.field) }));
    const all = [...lines, ...gone];
    return { section, lines: all, changed: all.some((line) => line.before !== null) };
  });
}
