import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

/** Whoever applied is told with the award itself (`award.cancelled`). */
export const applicationAwardLostDesk: BenefitsNotice = {
  notice: 'application.awardLost.desk',
  event: 'application.awardLost',
  audience: 'applicationDesk',
  title: ({ kindZh }) => `一份${kindZh}所依据的奖项已取消`,
  body: ({ detailZh }) => `申请人的${detailZh ?? '奖项'}不再作数，排队次序已重算。请按现在的情况办理。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: { ...sampleApplication, detailZh: '一等奖' },
};
