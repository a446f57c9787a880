import { link } from '../../routes';
import { type PoliciesNotice, policyZh, sampleDraft } from '../notice';

export const policyProposed: PoliciesNotice = {
  notice: 'policy.proposed',
  event: 'policy.proposed',
  audience: 'publishers',
  title: '有政策待发布',
  body: (draft) => `${policyZh(draft)}已送签。请核对内容和影响人数，发布或退回修改。`,
  link: ({ policyDraftId }) => link('staff/policy-draft', { policyDraftId }),
  sample: sampleDraft,
};
