import { link } from '../../routes';
import { type PoliciesNotice, policyZh } from '../notice';

export const policyFigureMissing: PoliciesNotice = {
  notice: 'policy.figureMissing',
  event: 'policy.figureMissing',
  audience: 'library',
  title: '政策缺少数值',
  body: (figure) => `${policyZh(figure)}缺少“${figure.parameter}”今天的数值，相关的人暂时核对不出结果，请修订。`,
  link: ({ code }) => link('staff/policy', { code }),
  sample: { code: 'training', title: '定制化创业培训', parameter: '补贴标准' },
};
