import { link } from '../../routes';
import { type PoliciesNotice, policyPhone, policyZh, samplePolicy, sinceZh } from '../notice';

export const policyAmendedPerhaps: PoliciesNotice = {
  notice: 'policy.amended.perhaps',
  event: 'policy.published',
  audience: 'perhaps',
  onlyWhen: ({ amends }) => amends !== null,
  title: '一项政策有改动，您可能符合条件',
  body: (policy) =>
    `${policyZh(policy)}改了条件。${sinceZh(policy)}有的条件在申请时才问，其余按现有资料都符合。点开看条件。`,
  link: ({ policyId }) => link('open/policy', { code: policyId }),
  phone: (policy) => policyPhone(policy, '条件有改动，您可能符合，点开看'),
  policy: ({ policyId, version }) => ({ code: policyId, version }),
  sample: samplePolicy,
};
