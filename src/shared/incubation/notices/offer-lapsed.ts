import { untilZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, sampleOffer } from '../notice';

export const offerLapsed: IncubationNotice = {
  notice: 'offer.lapsed',
  event: 'offer.lapsed',
  audience: 'placeTenant',
  title: ({ placeZh }) => `${placeZh}已转给下一位`,
  body: ({ lapsesAt }) => `${untilZh(lapsesAt)} 前没有答复。您仍在候补，排到本优先档的最后。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: sampleOffer,
};
