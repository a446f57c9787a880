import { policiesContract } from '@shared/policies/contract';
import { emptyValues, type PolicyContent, valuesOfContent } from '@shared/policies/drafts/content';
import { keptPart } from '@shared/policies/drafts/kept';
import { draftParts } from '@shared/policies/drafts/parts';
import { begin } from '../../cases/begin';
import { breaksUnique } from '../../platform/broken-constraint';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { shippedPolicies } from '../shipped';
import type { ShippedPolicy } from '../shipped/shipped-policy';
import { putParts } from './draft-rows';
import { policyDraftNoun } from './noun';
import { contentOf, lastOf, versionsOfCode } from './version-rows';

type Begun = { code: string; begunFrom: string; content: PolicyContent | null };

async function beginDraft(call: Call, { code, begunFrom, content }: Begun): Promise<string> {
  const row = { code, title: content?.titleZh ?? '', begun_from: begunFrom, made_by: me(call), proposed_by: null };
  const policyDraftId = await begin(call, policyDraftNoun, row, { code, begunFrom }).catch((error) => {
    throw breaksUnique(error, 'policy_draft_one_live') ? new Refused('POLICY_DRAFT_EXISTS') : error;
  });
  const values = content === null ? emptyValues : valuesOfContent(content);
  await putParts(
    call,
    policyDraftId,
    draftParts.map((part) => ({ part, data: keptPart(part, values[part]), version: 1 })),
  );
  return policyDraftId;
}

/** Of each policy that comes with the product the newest version; what was before it is over. */
export const newestShipped = (): ShippedPolicy[] =>
  shippedPolicies.filter(({ code, version }) =>
    shippedPolicies.every((other) => other.code !== code || other.version <= version),
  );

export const contentOfShipped = ({ rule, parameters, benefits, examples, ...words }: ShippedPolicy): PolicyContent => {
  const { code: _, version: __, confirmedZh: ___, ...content } = words;
  return { ...content, definition: { rule, parameters, benefits, examples } };
};

/** Begins a draft anew, of what comes with the product, or of the version of a policy that begins last. */
export const startDraft = procedure(policiesContract.startDraft, noSubject, async (call, { from, code }) => {
  if (from === 'new') {
    const own = `p${call.newId().slice(-12)}`;
    return { policyDraftId: await beginDraft(call, { code: own, begunFrom: 'new', content: null }) };
  }
  if (from === 'shipped') {
    const found = newestShipped().find((each) => each.code === code);
    if (found === undefined) throw new Refused('NOT_FOUND');
    const content = contentOfShipped(found);
    return { policyDraftId: await beginDraft(call, { code: found.code, begunFrom: 'shipped', content }) };
  }
  const last = code === null ? null : lastOf(await versionsOfCode(call.db, code));
  if (last === null) throw new Refused('NOT_FOUND');
  const content = { ...contentOf(last), effectiveFrom: null };
  return {
    policyDraftId: await beginDraft(call, { code: last.code, begunFrom: String(last.version), content }),
  };
});

/** What comes with the product and stands in the library neither as a version nor as a live draft. */
export async function untakenShipped(call: Call): Promise<ShippedPolicy[]> {
  const known = await call.db
    .selectFrom('policy_version')
    .select('code')
    .union(call.db.selectFrom('policy_draft').select('code').where('waits', 'is not', null))
    .execute();
  const codes = new Set(known.map(({ code }) => code));
  return newestShipped().filter(({ code }) => !codes.has(code));
}

/** Begins a draft of all that comes with the product and was not taken over yet. */
export const takeOverShipped = procedure(policiesContract.takeOverShipped, noSubject, async (call) => {
  const all = await untakenShipped(call);
  for (const each of all) {
    await beginDraft(call, { code: each.code, begunFrom: 'shipped', content: contentOfShipped(each) });
  }
  return { begun: all.length };
});
