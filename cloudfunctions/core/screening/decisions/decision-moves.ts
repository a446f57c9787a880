import { entryLifecycle } from '@shared/entry/lifecycle';
import { decisionLifecycle } from '@shared/screening/decision/lifecycle';
import type { DecisionCommand, DecisionEvent, DecisionState } from '@shared/screening/decision/states';
import type { Insertable } from 'kysely';
import type { Noun } from '../../cases/noun';
import { titleForStaff } from '../../entry/queries';
import type { Database } from '../../platform/schema';
import type { DecisionHead } from './decision-rows';

type DecisionTypes = {
  state: DecisionState;
  command: DecisionCommand;
  subject: DecisionHead;
  event: DecisionEvent;
  key: 'decisionId';
  columns: Partial<Insertable<Database['decision']>>;
  facts: Record<never, never>;
};

/** Decisions as the ground moves them. */
export const decisionNoun: Noun<DecisionTypes> = {
  lifecycle: decisionLifecycle,
  table: 'decision',
  key: 'decisionId',
  follows: ({ entry }) => ({ details: { regionId: entry.regionId } }),
  news: (_event, { subject: { entry, ...decision } }) => ({
    entryId: entry.entryId,
    title: titleForStaff(entry),
    decisionId: decision.decisionId,
    regionId: entry.regionId,
    moveZh: entryLifecycle.moves[decision.decided.move].label,
    decidedBy: decision.decidedBy,
  }),
};
