import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, samplePlace } from '../notice';

export const placeEndSoon: IncubationNotice = {
  notice: 'place.endSoon',
  event: 'place.endSoon',
  audience: 'placeTenant',
  title: ({ placeZh }) => `${placeZh}的协议快到期`,
  body: ({ lastDay }) => `协议到${dayEndZh(lastDay)}。需要续期的，请点开申请。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: { ...samplePlace, lastDay: '2026-12-10' },
};
