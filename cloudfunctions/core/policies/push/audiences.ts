import { shanghaiDate } from '@shared/kernel/shanghai';
import type { PublishedFacts } from '@shared/policies/events';
import { isSensitive } from '@shared/policies/facts';
import type { PoliciesAudiences } from '@shared/policies/notice';
import { leavesOf } from '@shared/policies/rule';
import { sql } from 'kysely';
import type { AudiencesOf, MadeAudience } from '../../telling/audience';
import { toldOtherwise } from '../../telling/inbox';
import { stillConcerned } from './ending';
import { readRulings } from './rulings';
import { type Concerned, lastKnown, newlyConcerned, type Ruling } from './whom';

const asks = ({ rule }: Ruling): boolean => leavesOf(rule).some(({ fact }) => isSensitive(fact));

/** Who is concerned anew as of the day on which it was published, by the rules of both versions in one query. */
const newly = (which: keyof Concerned): MadeAudience<PublishedFacts> => ({
  lastOf: lastKnown,
  async make(db, told) {
    const { policyId, version, amends } = told.facts;
    const rulings = await readRulings(db, policyId, [version, amends ?? version]);
    const ruling = rulings.get(version);
    if (ruling === undefined || (which === 'perhaps' && !asks(ruling)))
      return sql`select null::uuid as person_id where false`;
    const before = amends === null ? null : (rulings.get(amends) ?? null);
    const concerned = newlyConcerned(ruling, before, shanghaiDate(told.at));
    if (!asks(ruling)) return sql`select f.person_id from person_facts f where ${concerned[which]}`;
    const isToldAlready = await toldOtherwise(db, told);
    return sql`select f.person_id from person_facts f where ${concerned[which]} and not ${isToldAlready(sql`f.person_id`)}`;
  },
});

export const concernedAudiences: AudiencesOf<
  Pick<PoliciesAudiences, 'surely' | 'perhaps' | 'stillConcerned' | 'winner'>
> = {
  surely: newly('surely'),
  perhaps: newly('perhaps'),
  stillConcerned,
  winner: (facts) => sql`select ${facts.id('personId')} as person_id`,
};
