import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, sampleApplication } from '../notice';

export const applicationReturned: BenefitsNotice = {
  notice: 'application.returned',
  event: 'application.returned',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}需要补正`,
  body: ({ dueOn }) =>
    `请${dueOn === null ? '' : `在${dayEndZh(dueOn)} 前`}按清单改好并重新提交，逾期申报失效。点开看问题。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('需要补正'),
  sample: sampleApplication,
};
