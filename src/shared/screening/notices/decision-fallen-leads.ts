import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { type ScreeningNotice, sampleDecision } from '../notice';

export const decisionFallenLeads: ScreeningNotice = {
  notice: 'decision.fallen.leads',
  event: 'decision.fallen',
  audience: 'leads',
  title: '有决定没有生效',
  body: (decision) => `${named(decision)}的决定“${decision.moveZh}”没有生效，项目仍在审核中，请安排人员办理。`,
  link: ({ entryId }) => link('staff/review', { entryId }),
  sample: sampleDecision,
};
