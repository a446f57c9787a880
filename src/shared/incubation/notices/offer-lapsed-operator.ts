import { link } from '../../routes';
import { type IncubationNotice, sampleOffer } from '../notice';

export const offerLapsedOperator: IncubationNotice = {
  notice: 'offer.lapsed.operator',
  event: 'offer.lapsed',
  audience: 'placeOperator',
  title: ({ placeZh }) => `${placeZh}逾期未答复`,
  body: () => `有候补的已由系统留给下一位，没有的恢复为空位。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: sampleOffer,
};
