import type { InferContractRouterOutputs } from '@orpc/contract';
import { sectionZh } from '@shared/entry/sections';
import type { screeningContract } from '@shared/screening/contract';
import type { Reading } from '../queue/readings';

export type SectionView = InferContractRouterOutputs<typeof screeningContract>['markSection'];

/** One section as a reviewer sees it: what was submitted, what changed, the mark that stands and the reasons to pick from. */
export function presentSections(reading: Reading): SectionView[] {
  return reading.sections.map(({ section, lines, changed }) => {
    const mark = reading.marks.find((m) => m.section === section);
    return {
      section,
      zh: sectionZh[section],
      lines,
      changed,
      verdict: mark?.verdict ?? 'unread',
      codes: [...(mark?.codes ?? [])],
      fields: [...(mark?.fields ?? [])],
      seen: [...(mark?.seen ?? [])],
      comment: mark?.comment ?? '',
      markVersion: mark?.version ?? 0,
      reasons: reading.reasons.filter((r) => r.section === section).map(({ code, zh }) => ({ code, zh })),
    };
  });
}
