import { untilZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, sampleOffer } from '../notice';

export const offerLapsing: IncubationNotice = {
  notice: 'offer.lapsing',
  event: 'offer.lapsing',
  audience: 'placeTenant',
  title: ({ placeZh }) => `${placeZh}快到答复期限`,
  body: ({ lapsesAt }) => `请在${untilZh(lapsesAt)} 前点开接受或放弃，过期转给下一位。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: sampleOffer,
};
