import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type ScreeningNotice, sampleDecision } from '../notice';

export const decisionRefused: ScreeningNotice = {
  notice: 'decision.refused',
  event: 'decision.refused',
  audience: 'decider',
  title: '复核未同意您的决定',
  body: (decision) => `${named(decision)}拟“${decision.moveZh}”，复核未同意，请重新办理。点开看理由。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: sampleDecision,
};
