import { link } from '../../routes';
import { type PoliciesNotice, policyPhone, policyZh, samplePolicy, sinceZh } from '../notice';

export const policyPublished: PoliciesNotice = {
  notice: 'policy.published',
  event: 'policy.published',
  audience: 'surely',
  onlyWhen: ({ amends }) => amends === null,
  title: '有一项新政策，您符合条件',
  body: (policy) => `${policyZh(policy)}已发布。${sinceZh(policy)}按现有资料，您各项条件都符合。点开看依据和怎么办理。`,
  link: ({ policyId }) => link('open/policy', { code: policyId }),
  phone: (policy) => policyPhone(policy, '您各项条件都符合，点开看怎么办理'),
  policy: ({ policyId, version }) => ({ code: policyId, version }),
  sample: { ...samplePolicy, version: 1, amends: null },
};
