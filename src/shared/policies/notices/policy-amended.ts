import { link } from '../../routes';
import { type PoliciesNotice, policyPhone, policyZh, samplePolicy, sinceZh } from '../notice';

export const policyAmended: PoliciesNotice = {
  notice: 'policy.amended',
  event: 'policy.published',
  audience: 'surely',
  onlyWhen: ({ amends }) => amends !== null,
  title: '一项政策有改动，您现在符合条件',
  body: (policy) =>
    `${policyZh(policy)}改了条件。${sinceZh(policy)}按现有资料，您各项条件都符合。点开看依据和怎么办理。`,
  link: ({ policyId }) => link('open/policy', { code: policyId }),
  phone: (policy) => policyPhone(policy, '条件有改动，您现在符合，点开看'),
  policy: ({ policyId, version }) => ({ code: policyId, version }),
  sample: samplePolicy,
};
