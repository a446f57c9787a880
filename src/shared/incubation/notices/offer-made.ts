import { untilZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, sampleOffer } from '../notice';

export const offerMade: IncubationNotice = {
  notice: 'offer.made',
  event: 'offer.made',
  audience: 'placeTenant',
  title: ({ placeZh }) => `给您留了 ${placeZh}`,
  body: ({ siteZh, lapsesAt }) => `${siteZh}等您答复，${untilZh(lapsesAt)} 截止，过期转给下一位。点开接受或放弃。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: sampleOffer,
};
