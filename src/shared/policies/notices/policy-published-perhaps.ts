import { link } from '../../routes';
import { type PoliciesNotice, policyPhone, policyZh, samplePolicy, sinceZh } from '../notice';

export const policyPublishedPerhaps: PoliciesNotice = {
  notice: 'policy.published.perhaps',
  event: 'policy.published',
  audience: 'perhaps',
  onlyWhen: ({ amends }) => amends === null,
  title: '有一项新政策，您可能符合条件',
  body: (policy) =>
    `${policyZh(policy)}已发布。${sinceZh(policy)}有的条件在申请时才问，其余按现有资料都符合。点开看条件。`,
  link: ({ policyId }) => link('open/policy', { code: policyId }),
  phone: (policy) => policyPhone(policy, '您可能符合条件，点开看条件'),
  policy: ({ policyId, version }) => ({ code: policyId, version }),
  sample: { ...samplePolicy, version: 1, amends: null },
};
