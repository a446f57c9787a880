import { dayEndZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, samplePlace } from '../notice';

export const placeWarned: IncubationNotice = {
  notice: 'place.warned',
  event: 'place.warned',
  audience: 'placeTenant',
  title: ({ placeZh }) => `${placeZh}需要整改`,
  body: ({ groundZh, dueOn }) => `事由：${groundZh}。请在${dayEndZh(dueOn)} 前整改并告知基地，逾期可能清退。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: { ...samplePlace, groundZh: '欠租满 60 天', dueOn: '2026-12-10' },
};
