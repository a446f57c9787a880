import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const loanToSign: BenefitsNotice = {
  notice: 'loan.toSign',
  event: 'loan.toSign',
  audience: 'applicationOwner',
  title: '银行同意了您的创业担保贷款',
  body: ({ holderZh, dueOn }) =>
    `请带身份证到${holderZh ?? '银行'}签合同${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}，逾期审批失效。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleApplication,
};
