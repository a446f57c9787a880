import {
  awardAccess,
  awardListAccess,
  awardsAccess,
  claimAccess,
  claimCodeAccess,
  pastWinsAccess,
} from '@shared/awards/access';
import type { awardsContract } from '@shared/awards/contract';
import { awardsNotices } from '@shared/awards/notices';
import type { Area } from '../line/area';
import { awardsAudiences } from './audiences';
import { awardClaimNoun } from './claims/claim-moves';
import { claimTodos } from './claims/todos';
import { awardListNoun } from './lists/list-noun';
import { listTodos } from './lists/todos';
import { awardNoun } from './moves';
import { awardsPersonal } from './personal';
import { awardsProcedures } from './procedures';

export const awardsArea: Area<'awards', typeof awardsContract> = {
  name: 'awards',
  access: {
    ...awardsAccess.table,
    ...awardAccess.table,
    ...awardListAccess.table,
    ...pastWinsAccess.table,
    ...claimCodeAccess.table,
    ...claimAccess.table,
  },
  procedures: awardsProcedures,
  nouns: [awardNoun, awardListNoun, awardClaimNoun],
  todos: [...claimTodos, ...listTodos],
  notices: awardsNotices,
  audiences: awardsAudiences,
  personal: awardsPersonal,
  tables: ['award', 'award_list', 'award_list_row', 'claim_code', 'award_claim'],
  // Results and totals are sums over the entries of an edition that is over; whoever won before is found by those entries. Of a team
  // everybody is told.
  reads: {
    entry: ['entry', 'entry_search', 'entry_member'],
    cases: ['move'],
    forms: ['sealed_value'],
    people: ['person'],
  },
};
