import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import type { PolicyContent } from '@shared/policies/drafts/content';
import { definitionForm } from '@shared/policies/form';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { audit } from '../../platform/audit/audit';
import { breaksExclusion } from '../../platform/broken-constraint';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { missingDocument, unconfirmed } from '../shipped/shipped-policy';
import { type DraftRow, draftOf } from './draft-rows';
import { judgeDraft, notReadyOf } from './judge-draft';
import { policyDraftNoun } from './noun';
import type { VersionRow } from './version-rows';

/** Of one policy one thing happens at a time. */
export const lockPolicy = (call: Call, code: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`policy:${code}`}, 0))`.execute(call.db);

/** What is missing is named at once, all of it. */
async function readyDraft(call: Call, draft: DraftRow) {
  const judged = await judgeDraft(call, draft);
  if (judged.obstacles.length === 0) return judged;
  const { message, fields } = notReadyOf(judged.obstacles);
  throw new Refused('POLICY_DRAFT_NOT_READY', message, fields);
}

export const proposeDraft = procedure(policiesContract.proposeDraft, draftOf, (call, { version }, draft) =>
  move(call, policyDraftNoun, draft, { command: 'propose', version }, async () => {
    await readyDraft(call, draft);
    return { set: { proposed_by: me(call) } };
  }),
);

export const sendBackDraft = procedure(policiesContract.sendBackDraft, draftOf, (call, { version, reason }, draft) =>
  move(call, policyDraftNoun, draft, { command: 'sendBack', version, input: { reason } }),
);

export const discardDraft = procedure(policiesContract.discardDraft, draftOf, (call, { version }, draft) =>
  move(call, policyDraftNoun, draft, { command: 'discard', version }),
);

/**
 * Makes the version and ends the one before it the day before, in the move's own transaction; from then on it is never written again but for a
 * successor's sake.
 */
export const publishDraft = procedure(policiesContract.publishDraft, draftOf, (call, { version }, draft) =>
  move(call, policyDraftNoun, draft, { command: 'publish', version }, async () => {
    await lockPolicy(call, draft.code);
    const { typed, others, ended } = await readyDraft(call, draft);
    const { content } = typed;
    const published = 1 + Math.max(0, ...others.map((each) => each.version));
    if (ended !== null) await endVersion(call, ended, content);
    await insertVersion(call, draft, content, published);
    await audit(call, `policy:${draft.code}`, 'policies/publishDraft', {
      version: published,
      draft: draft.policyDraftId,
      ends: ended?.version ?? null,
    });
    return {
      facts: {
        published: {
          policyId: draft.code,
          version: published,
          title: content.titleZh,
          validFrom: content.effectiveFrom,
          validTo: content.effectiveTo,
          amends: ended?.version ?? null,
        },
      },
      details: { version: published },
    };
  }),
);

/** Its last day is the one before its successor's first. */
async function endVersion(call: Call, { code, version }: VersionRow, { effectiveFrom }: PolicyContent): Promise<void> {
  await call.db
    .updateTable('policy_version')
    .set({ effective_to: addDays(effectiveFrom ?? '', -1) })
    .where('code', '=', code)
    .where('version', '=', version)
    .execute();
}

async function insertVersion(call: Call, draft: DraftRow, content: PolicyContent, version: number): Promise<void> {
  const { demonstration, docNo } = content;
  await call.db
    .insertInto('policy_version')
    .values({
      code: draft.code,
      version,
      title_zh: content.titleZh,
      summary_zh: content.summaryZh,
      for_zh: content.forZh,
      body_zh: content.bodyZh,
      kind: content.kind,
      doc_no: docNo || missingDocument,
      effective_from: content.effectiveFrom,
      effective_to: content.effectiveTo,
      confirmed_zh: demonstration ? unconfirmed : `市级统筹人员 ${shanghaiDate(call.now)} 核定发布`,
      demonstration,
      // Whatever the parts let through, a version that cannot be read is none.
      definition: json(definitionForm.parse(content.definition)),
      draft_id: draft.policyDraftId,
      published_at: at(call.now),
      published_by: me(call),
    })
    .execute()
    .catch((error) => {
      throw breaksExclusion(error, 'policy_version_one_a_day')
        ? new Refused('POLICY_DRAFT_NOT_READY', '与另一版的日期重叠，请刷新后改生效或失效日期')
        : error;
    });
}
