import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const subsidyFailed: BenefitsNotice = {
  notice: 'subsidy.failed',
  event: 'subsidy.failed',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}：付款没有成功`,
  body: ({ detailZh }) => `原因：${detailZh ?? ''}。请改好收款账户并重新提交。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('请改账户'),
  sample: { ...sampleApplication, kindZh: '一次性创业补贴申报', detailZh: '5,000.00 元' },
};
