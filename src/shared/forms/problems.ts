import type { Question } from './question';

/** Section → field → sentence: what is still missing or wrong in a form. A section that is complete has an empty record. */
export type Problems<Section extends string> = Readonly<Partial<Record<Section, Readonly<Record<string, string>>>>>;

/** One thing that stands in the way of handing a form in. */
export type Obstacle<Section extends string> = { section: Section; text: string };

/**
 * The problems of a form as a list, in the order of its sections, each under the name of its question unless the sentence says it.
 * @param asked the questions that are asked in a section as it stands
 */
export const obstaclesOf = <Section extends string>(
  sections: readonly Section[],
  problems: Problems<Section>,
  asked: (section: Section) => ReadonlyArray<Pick<Question, 'name' | 'zh'>>,
): Obstacle<Section>[] =>
  sections.flatMap((section) =>
    Object.entries(problems[section] ?? {}).map(([field, sentence]) => {
      const label = asked(section).find(({ name }) => name === field)?.zh;
      return { section, text: label && !sentence.includes(label) ? `${label}：${sentence}` : sentence };
    }),
  );

/** How far a section is: `returned` while it stands as it was sent back, then by what is still wrong in it. */
export type SectionStatus = 'notStarted' | 'unfinished' | 'done' | 'returned';

/** @param stillAsReturned it was sent back with faults, and nothing of it is another since */
export function sectionStatus(
  problems: Readonly<Record<string, string>>,
  { begun, stillAsReturned }: { begun: boolean; stillAsReturned: boolean },
): SectionStatus {
  if (stillAsReturned) return 'returned';
  if (Object.keys(problems).length === 0) return 'done';
  return begun ? 'unfinished' : 'notStarted';
}
