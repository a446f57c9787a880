import { untilZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { type IncubationNotice, sampleOffer } from '../notice';

export const offerMadeOperator: IncubationNotice = {
  notice: 'offer.made.operator',
  event: 'offer.made',
  audience: 'placeOperator',
  title: ({ placeZh }) => `${placeZh}已留给候补`,
  body: ({ lapsesAt }) => `对方${untilZh(lapsesAt)} 前答复。过期由系统转给下一位，无需操作。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleOffer,
};
