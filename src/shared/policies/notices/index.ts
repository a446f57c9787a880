import type { AnyNotice } from '../../kernel/define-notice';
import { awardPassport } from './award-passport';
import { policyAmended } from './policy-amended';
import { policyAmendedPerhaps } from './policy-amended-perhaps';
import { policyExpiring } from './policy-expiring';
import { policyFigureMissing } from './policy-figure-missing';
import { policyProposed } from './policy-proposed';
import { policyPublished } from './policy-published';
import { policyPublishedPerhaps } from './policy-published-perhaps';
import { policySentBack } from './policy-sent-back';

/** Every notice of the area: one file a notice, one line here. */
export const policiesNotices: readonly AnyNotice[] = [
  awardPassport,
  policyPublished,
  policyPublishedPerhaps,
  policyAmended,
  policyAmendedPerhaps,
  policyExpiring,
  policyProposed,
  policySentBack,
  policyFigureMissing,
];
