import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, sampleToSign } from '../notice';

export const loanToSign: BenefitsNotice = {
  notice: 'loan.toSign',
  event: 'loan.toSign',
  audience: 'applicationOwner',
  title: '银行同意了您的创业担保贷款',
  body: ({ holderZh, dueOn, papersZh }) =>
    `${papersZh ? `请上传${papersZh}，并` : '请'}带身份证到${holderZh ?? '银行'}签合同${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}，逾期审批失效。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleToSign,
};
