import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const subsidyFailedDesk: BenefitsNotice = {
  notice: 'subsidy.failed.desk',
  event: 'subsidy.failed',
  audience: 'applicationDesk',
  title: ({ kindZh }) => `有一笔${kindZh}没付成`,
  body: () => '申报人已收到原因，改好账户后自动再送财政。点开看原因。',
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: { ...sampleApplication, kindZh: '一次性创业补贴申报', detailZh: '户名与账号不符' },
};
