import type { EntryFacts } from '../entry/events';

/** A decision as its own people are told of it; nobody else is. `moveZh`: what was decided, in the words of the button. */
export type DecisionFacts = EntryFacts & {
  decisionId: string;
  regionId: string;
  moveZh: string;
  decidedBy: string;
};

export interface ScreeningEvents {
  'decision.unsigned': DecisionFacts;
  'decision.refused': DecisionFacts;
  'decision.fallen': DecisionFacts;
}
