import type { CompetitionEvents } from '../competition/events';
import type { NoticeOf } from '../kernel/define-notice';
import type { DecisionFacts, ScreeningEvents } from './events';

/**
 * Who is told: `signers` those whose signature a decision waits for, `decider` whoever took it, `leads` of its region besides them; nobody
 * who is or was on the entry's team; `reminded` whom a reminder is for.
 */
export type ScreeningAudiences = {
  signers: { entryId: string; regionId: string; decidedBy: string };
  decider: { decidedBy: string };
  leads: { entryId: string; regionId: string; decidedBy: string };
  reminded: { personId: string };
};

export type ScreeningNotice = NoticeOf<ScreeningEvents & Pick<CompetitionEvents, 'reminder.due'>, ScreeningAudiences>;

/** A decision as the samples of notices tell of it. */
export const sampleDecision: DecisionFacts = {
  entryId: '01930000-0000-7000-8000-000000000001',
  title: '蒲县山货直供',
  decisionId: '01930000-0000-7000-8000-000000000004',
  regionId: '141033',
  moveZh: '不予通过',
  decidedBy: '01930000-0000-7000-8000-000000000003',
};
