import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type ScreeningNotice, sampleDecision } from '../notice';

export const decisionUnsigned: ScreeningNotice = {
  notice: 'decision.unsigned',
  event: 'decision.unsigned',
  audience: 'signers',
  title: '有决定等您复核签字',
  body: (decision) => `${named(decision)}拟“${decision.moveZh}”，需要您复核签字。点开查看。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: sampleDecision,
};
