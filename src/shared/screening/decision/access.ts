import { sampleSubject } from '../../entry/sample-subject';
import { defineAccess } from '../../kernel/define-access';
import { cast } from '../../kernel/sample-cast';
import type { DecisionSubject } from './subject';
import { decides, signs } from './who';

/** Taken by the clerk who holds the entry, while there is another lead. */
const sampleDecision: DecisionSubject = {
  decisionId: 'decision',
  state: 'unsigned',
  version: 2,
  decidedBy: cast.staffHere,
  effectiveAt: null,
  hasOtherLead: true,
  entry: sampleSubject,
};

export const decisionAccess = defineAccess<DecisionSubject>(sampleDecision)('screening', {
  takeBack: decides,
  sendNow: decides,
  sign: signs,
  refuseSignature: signs,
});
