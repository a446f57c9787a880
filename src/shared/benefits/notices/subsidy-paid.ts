import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const subsidyPaid: BenefitsNotice = {
  notice: 'subsidy.paid',
  event: 'subsidy.paid',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}：财政已付款`,
  body: ({ detailZh }) => `金额 ${detailZh ?? ''}，付到您填写的账户。到账时间以银行为准。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('已经付款'),
  sample: { ...sampleApplication, kindZh: '一次性创业补贴申报', detailZh: '5,000.00 元' },
};
