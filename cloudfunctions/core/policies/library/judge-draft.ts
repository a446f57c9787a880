import { type DraftValues, typedContent } from '@shared/policies/drafts/content';
import { type DraftPart, draftParts, draftPartZh } from '@shared/policies/drafts/parts';
import { problemsOfDraft } from '@shared/policies/drafts/problems';
import { standingOn } from '@shared/policies/policy';
import type { Call } from '../../rpc/call';
import { type DraftRow, partsOf, type StandingPart, valuesOfParts } from './draft-rows';
import { followed, type VersionRow, versionsOfCode } from './version-rows';

export type Obstacle = { part: DraftPart; place: string; text: string };

const daysZh = ({ effectiveFrom, effectiveTo }: VersionRow): string => `${effectiveFrom ?? ''} 至 ${effectiveTo ?? ''}`;

/** Another version that would be in force on a day of this one's, but for the one that publishing ends. */
function overlapOf(
  all: readonly VersionRow[],
  { effectiveFrom: from, effectiveTo: to }: { effectiveFrom: string | null; effectiveTo: string | null },
): VersionRow | null {
  if (from === null) return null;
  return (
    all.find(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveFrom !== null &&
        effectiveFrom >= from &&
        (to === null || effectiveFrom <= to) &&
        (effectiveTo === null || effectiveTo >= from),
    ) ?? null
  );
}

/** A draft with all that was typed and all that keeps it from being published. */
export async function judgeDraft(call: Call, draft: DraftRow) {
  const parts = await partsOf(call, draft.policyDraftId);
  return { parts, ...(await judgeParts(call, draft, parts)) };
}

/** The same of parts that are at hand. */
export async function judgeParts(call: Call, { code }: DraftRow, parts: Record<DraftPart, StandingPart>) {
  const values: DraftValues = valuesOfParts(parts);
  const typed = typedContent(values);
  const problems = problemsOfDraft(values, typed);
  const others = await versionsOfCode(call.db, code);
  const overlap = overlapOf(others, typed.content);
  const obstacles: Obstacle[] = draftParts.flatMap((part) =>
    Object.entries(problems[part]).map(([place, text]) => ({ part, place, text })),
  );
  if (overlap !== null) {
    const text = `与第 ${overlap.version} 版（${daysZh(overlap)}）的日期重叠，请改生效或失效日期`;
    obstacles.push({ part: 'basics', place: 'effectiveFrom', text });
  }
  const from = typed.content.effectiveFrom;
  const before = followed(others, from);
  // Which publishing ends the day before.
  const ended = before !== null && from !== null && standingOn(before, from) === 'inForce' ? before : null;
  return { typed, problems, obstacles, others, before, ended };
}

/** Everything that is missing, in one sentence and beside each place. */
export const notReadyOf = (obstacles: readonly Obstacle[]): { message: string; fields: Record<string, string> } => ({
  message: `还有 ${obstacles.length} 处没有准备好：${obstacles
    .map(({ part, text }) => `${draftPartZh[part].zh}：${text}`)
    .join('；')}`,
  fields: Object.fromEntries(obstacles.map(({ part, place, text }) => [`${part}.${place}`, text])),
});
