import { shanghaiDate } from '@shared/kernel/shanghai';
import { policiesContract } from '@shared/policies/contract';
import { asKnown } from '@shared/policies/known';
import { procedure } from '../../rpc/procedure';
import { presentAnswer } from '../answers/present';
import { presentVersion } from '../answers/versions';
import { namesIn, readFactNames } from '../facts/fact-names';
import { missingDocument, unconfirmed } from '../shipped/shipped-policy';
import { draftOf } from './draft-rows';
import { judgeDraft } from './judge-draft';

/**
 * How a draft would read on everybody's page on its first day, and how its first example would see it answered. Nothing is written.
 */
export const previewDraft = procedure(policiesContract.previewDraft, draftOf, async (call, _input, draft) => {
  const [{ typed, obstacles }, names] = await Promise.all([judgeDraft(call, draft), readFactNames(call.db)]);
  const { content } = typed;
  const today = shanghaiDate(call.now);
  const day = content.effectiveFrom !== null && content.effectiveFrom > today ? content.effectiveFrom : today;
  const example = content.definition.examples[0];
  const version = {
    ...content,
    code: draft.code,
    version: 0,
    docNo: content.docNo || missingDocument,
    confirmedZh: content.demonstration ? unconfirmed : '发布后显示核定情况',
    mark: content.demonstration ? ('demonstration' as const) : ('confirmed' as const),
  };
  const judged = obstacles.every(({ part }) => part === 'basics' || part === 'text');
  return {
    policy: presentVersion(version, day),
    answer: judged
      ? presentAnswer(version, {
          known: asKnown(example?.facts ?? {}, day),
          today: day,
          who: '您',
          names: namesIn(names),
          seen: null,
        })
      : null,
    exampleZh: judged ? (example?.zh ?? null) : null,
    missing: obstacles.length,
  };
});
