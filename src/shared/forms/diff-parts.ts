import type { Part } from './lines';

/** `before` is null where nothing changed; '' where there was nothing before. A line taken out has an empty `value`. */
export type ReviewLine = Part['lines'][number] & { before: string | null; sealed: boolean };
export type ReviewedPart<Section extends string> = { section: Section; lines: ReviewLine[]; changed: boolean };

type Submitted = readonly Part[];

const linesOf = (submitted: Submitted, section: string): Part['lines'] =>
  submitted.find((part) => part.section === section)?.lines ?? [];

/**
 * Lays what was submitted last beside what was returned: exactly the changed lines carry what stood there before.
 * @param before the submission that was returned; null at a first reading, where nothing counts as changed
 * @param resealed sealed fields (`leader.idNumber`) set anew since: their masked text may well look the same
 * @param isSealed whether a section's field is a sealed one
 */
export function diffParts<Section extends string>(
  sections: readonly Section[],
  now: Submitted,
  before: Submitted | null,
  resealed: ReadonlySet<string>,
  isSealed: (section: Section, field: string) => boolean,
): ReviewedPart<Section>[] {
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
