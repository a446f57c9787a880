import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type BenefitsNotice, progressPhone, samplePassedOn } from '../notice';

export const applicationPassedOn: BenefitsNotice = {
  notice: 'application.passedOn',
  event: 'application.passedOn',
  audience: 'applicationOwner',
  title: ({ kindZh }) => `${kindZh}已到下一步`,
  body: ({ stateZh, holderZh, dueOn, lapses, papersZh }) => {
    if (lapses && dueOn !== null) return `现为“${stateZh}”，最迟${dayEndZh(dueOn)}，逾期失效。点开看怎么办。`;
    const now = `现为“${stateZh}”${holderZh === null ? '' : `，由${holderZh}办理`}。`;
    return papersZh ? `${now}请点开上传${papersZh}。` : `${now}您暂时不用操作。`;
  },
  link: ({ applicationId }) => link('policy/application', { applicationId }),
  phone: progressPhone('到下一步'),
  sample: samplePassedOn,
};
