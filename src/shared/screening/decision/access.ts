import { defineAccess } from '../../kernel/define-access';
import type { DecisionSubject } from './subject';
import { decides, signs } from './who';

export const decisionAccess = defineAccess<DecisionSubject>()('screening', {
  takeBack: decides,
  sendNow: decides,
  sign: signs,
  refuseSignature: signs,
});
