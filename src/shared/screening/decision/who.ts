import type { EntrySubject } from '../../entry/subject';
import { localLead, notHelper, reviews, staffReads } from '../../entry/who';
import type { Role } from '../../kernel/actor';
import { allOf, anyOf, cityOnly, not, type Rule, rule } from '../../kernel/define-access';
import type { DecisionSubject } from './subject';

/** Who may do what with a decision: its lifecycle and its access table name these. */

const ofItsEntry = (asked: Rule<EntrySubject>): Rule<DecisionSubject> => ({
  name: asked.name,
  decide: (caller, { entry }) => asked.decide(caller, entry),
});

const decided = rule<DecisionSubject>('作出决定的人', (actor, { decidedBy }) => decidedBy === actor.personId, {
  code: 'DECISION_NOT_YOURS',
  reason: '只有作出决定的人可以收回或立即发出',
});

/** Whoever decided, as long as they may review the entry at all. */
export const decides = allOf(ofItsEntry(reviews), decided);

const noOtherLead = rule<DecisionSubject>('本地没有其他负责人', (_, { hasOtherLead }) => !hasOtherLead, {
  code: 'DECISION_LEAD_SIGNS',
  reason: '本县（市、区）还有其他审核负责人，由其签字',
});

/** Who may have to sign. */
export const signers = ['regionLead', 'cityStaff'] as const satisfies readonly Role[];

/** The second signature: another lead of the region, else the city; never whoever decided (conventions, Numbers decided). */
export const signs = allOf(
  ofItsEntry(staffReads),
  ofItsEntry(notHelper),
  not(decided, '不是作出决定的人', { code: 'DECISION_OWN', reason: '作出决定的人不能自己签字' }),
  anyOf(ofItsEntry(localLead), allOf(cityOnly, noOtherLead)),
);

export const readsDecision = ofItsEntry(staffReads);
