import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, samplePlace } from '../notice';

export const placeEndSoonOperator: IncubationNotice = {
  notice: 'place.endSoon.operator',
  event: 'place.endSoon',
  audience: 'placeOperator',
  title: ({ placeZh }) => `${placeZh}的协议快到期`,
  body: ({ lastDay }) => `协议到${dayEndZh(lastDay)}。请与入驻单位商定续期或出园。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: { ...samplePlace, lastDay: '2026-12-10' },
};
