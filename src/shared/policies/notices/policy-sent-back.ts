import { link } from '../../routes';
import { type PoliciesNotice, policyZh, sampleDraft } from '../notice';

export const policySentBack: PoliciesNotice = {
  notice: 'policy.sentBack',
  event: 'policy.sentBack',
  audience: 'proposer',
  title: '送签的政策被退回',
  body: (draft) => `${policyZh(draft)}被退回修改。点开看理由，改好后再送签。`,
  link: ({ policyDraftId }) => link('staff/policy-draft', { policyDraftId }),
  sample: sampleDraft,
};
