import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, sampleApplication } from '../notice';

export const applicationSubmitted: BenefitsNotice = {
  notice: 'application.submitted',
  event: 'application.submitted',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}已提交`,
  body: ({ holderZh, dueOn }) =>
    `现在由${holderZh ?? '窗口'}办理${dueOn === null ? '' : `，最迟${dayEndZh(dueOn)}`}。您暂时不用操作。`,
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  sample: sampleApplication,
};
