import { type DraftValues, typedContent } from '@shared/policies/drafts/content';
import { type DraftPart, draftParts, draftPartZh } from '@shared/policies/drafts/parts';
import { problemsOfDraft } from '@shared/policies/drafts/problems';
import { standingOn } from '@shared/policies/policy';
import type { Call } from '../../rpc/call';
import { type DraftRow, partsOf, type StandingPart, valuesOfParts } from './draft-rows';
import { followed, type VersionRow, versionsOfCode } from './version-rows';

export type Obstacle = { part: DraftPart; place: string; text: string };

const daysZh = ({ effectiveFrom, effectiveTo }: VersionRow): string => `${effectiveFrom ?? ''} 至 ${effectiveTo ?? ''}`;

type Span = { effectiveFrom: string | null; effectiveTo: string | null };

/** Both days inclusive; what has no first day was always, what has no last day is for ever. */
const overlap = (a: Span, b: Span): boolean =>
  (a.effectiveFrom === null || b.effectiveTo === null || a.effectiveFrom <= b.effectiveTo) &&
  (b.effectiveFrom === null || a.effectiveTo === null || b.effectiveFrom <= a.effectiveTo);

/** Another version that would be in force on a day of this one's, but for the one that publishing ends. */
const overlapOf = (all: readonly VersionRow[], span: Span, ended: VersionRow | null): VersionRow | null =>
  span.effectiveFrom === null ? null : (all.find((each) => each !== ended && overlap(each, span)) ?? null);

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
  const from = typed.content.effectiveFrom;
  const before = followed(others, from);
  // Which publishing ends the day before.
  const ended = before !== null && from !== null && standingOn(before, from) === 'inForce' ? before : null;
  const overlapped = overlapOf(others, typed.content, ended);
  const obstacles: Obstacle[] = draftParts.flatMap((part) =>
    Object.entries(problems[part]).map(([place, text]) => ({ part, place, text })),
  );
  if (overlapped !== null) {
    const text = `与第 ${overlapped.version} 版（${daysZh(overlapped)}）的日期重叠，请改生效或失效日期`;
    obstacles.push({ part: 'basics', place: 'effectiveFrom', text });
  }
  return { typed, problems, obstacles, others, before, ended };
}

/** Everything that is missing, in one sentence and beside each place. */
export const notReadyOf = (obstacles: readonly Obstacle[]): { message: string; fields: Record<string, string> } => ({
  message: `还有 ${obstacles.length} 处没有准备好：${obstacles
    .map(({ part, text }) => `${draftPartZh[part].zh}：${text}`)
    .join('；')}`,
  fields: Object.fromEntries(obstacles.map(({ part, place, text }) => [`${part}.${place}`, text])),
});
