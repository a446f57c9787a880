import { toShanghai } from '@shared/kernel/shanghai';
import { textHasIdNumber } from '@shared/kernel/typed/sentences';
import { policyDraftAccess } from '@shared/policies/access';
import { policiesContract } from '@shared/policies/contract';
import { typedContent } from '@shared/policies/drafts/content';
import { keptPart, unkeepablePart } from '@shared/policies/drafts/kept';
import { isWritable } from '@shared/policies/drafts/lifecycle';
import { type DraftPart, draftPartZh } from '@shared/policies/drafts/parts';
import { problemsOfDraft } from '@shared/policies/drafts/problems';
import { factNames, factOf, isFact } from '@shared/policies/facts';
import { askedFor } from '@shared/policies/holds';
import { leavesOf } from '@shared/policies/rule';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { choicesOf, readFactNames } from '../facts/fact-names';
import { type DraftRow, draftOf, partsOf, putParts, type StandingPart, valuesOfParts } from './draft-rows';

type Parts = Record<DraftPart, StandingPart>;

/** A part with what is wrong in it and what is chosen from the others. */
async function presentPart(call: Call, draft: DraftRow, part: DraftPart, parts: Parts) {
  const values = valuesOfParts(parts);
  const typed = typedContent(values);
  const { parameters, rule } = typed.content.definition;
  const names = await readFactNames(call.db);
  const named = factNames.filter((fact) => factOf(fact).namedBy !== undefined);
  const { data, version, savedAt, savedByZh } = parts[part];
  const asked = leavesOf(rule).flatMap(({ fact }) => (isFact(fact) ? askedFor(fact) : []));
  return {
    policyDraftId: draft.policyDraftId,
    part,
    ...draftPartZh[part],
    version,
    data: { ...data },
    savedAt: savedAt === null ? null : toShanghai(savedAt),
    savedByZh,
    editable: isWritable(draft) && policyDraftAccess.decide('saveDraftPart', call.actor, draft).ok,
    problems: { ...problemsOfDraft(values, typed)[part] },
    around: {
      docNo: typed.content.docNo,
      parameters: parameters
        .map(({ code, zh }) => ({ code, zh }))
        .filter(({ code }, i, all) => all.findIndex((each) => each.code === code) === i),
      asked: [...new Set(asked)],
      named: Object.fromEntries(named.map((fact) => [fact, [...choicesOf(fact, names)]])),
    },
  };
}

export const draftPart = procedure(policiesContract.draftPart, draftOf, async (call, { part }, draft) =>
  presentPart(call, draft, part, await partsOf(call, draft.policyDraftId)),
);

/** Keeps what was typed, finished or not, and says what is still wrong. */
export const saveDraftPart = procedure(policiesContract.saveDraftPart, draftOf, async (call, input, draft) => {
  if (!isWritable(draft)) throw new Refused('POLICY_DRAFT_CLOSED');
  const { part, version } = input;
  const parts = await partsOf(call, draft.policyDraftId);
  if (parts[part].version !== version) {
    throw new Refused('CASE_STALE', undefined, undefined, await presentPart(call, draft, part, parts));
  }
  const data = keptPart(part, input.data);
  const wrong = unkeepablePart(data);
  if (Object.keys(wrong).length > 0) throw new Refused(textHasIdNumber, undefined, wrong);
  await putParts(call, draft.policyDraftId, [{ part, data, version: version + 1 }]);
  const title = part === 'basics' && typeof data.titleZh === 'string' ? data.titleZh : draft.title;
  await draftChanged(call, draft, title);
  await audit(call, `policy_draft:${draft.policyDraftId}`, 'policies/saveDraftPart', { part, version: version + 1 });
  return presentPart(call, draft, part, await partsOf(call, draft.policyDraftId));
});

/**
 * By what is typed a draft is known in the list, and whoever moves it has seen its parts as they stand: another version of a part is another version
 * of the draft. Parts have versions of their own, by which those who type into different ones do not meet.
 */
async function draftChanged(call: Call, { policyDraftId, version }: DraftRow, title: string): Promise<void> {
  await call.db
    .updateTable('policy_draft')
    .set({ title, version: version + 1 })
    .where('id', '=', policyDraftId)
    .execute();
}
