import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type ScreeningNotice, sampleDecision } from '../notice';

export const decisionFallen: ScreeningNotice = {
  notice: 'decision.fallen',
  event: 'decision.fallen',
  audience: 'decider',
  title: '您的决定没有生效',
  body: (decision) => `${named(decision)}的决定“${decision.moveZh}”没有生效，参赛者未被告知。点开看原因。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: sampleDecision,
};
