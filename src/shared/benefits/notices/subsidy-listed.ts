import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const subsidyListed: BenefitsNotice = {
  notice: 'subsidy.listed',
  event: 'subsidy.listed',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}：审核通过，正在公示`,
  body: ({ dueOn, detailZh }) =>
    `金额 ${detailZh ?? ''}。公示到${dueOn === null ? '期满' : ` ${dayEndZh(dueOn)}`}，没有疑问的送财政付款。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('正在公示'),
  sample: { ...sampleApplication, kindZh: '一次性创业补贴申报', detailZh: '5,000.00 元' },
};
