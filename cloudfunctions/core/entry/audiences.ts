import type { EntryAudiences } from '@shared/entry/notice';
import { sql } from 'kysely';
import { holdersOf, servingIn } from '../platform/grants';
import type { Audience, AudiencesOf } from '../telling/audience';

const leader: Audience<EntryAudiences['leader']> = (facts) =>
  sql`select e.leader_id as person_id from entry e where e.id = ${facts.id('entryId')}`;

export const entryAudiences: AudiencesOf<EntryAudiences> = {
  leader,
  team: (facts, now) => sql`${leader(facts, now)} union all
    select m.person_id from entry_member m where m.entry_id = ${facts.id('entryId')} and m.removed_at is null`,
  helper: (facts) => sql`select ${facts.id('helperId')} as person_id`,
  member: (facts) => sql`select ${facts.id('personId')} as person_id`,
  claimant: (facts) =>
    sql`select ${facts.id('claimedBy')} as person_id where ${facts.id('claimedBy')} is distinct from ${facts.id('by')}`,
  regionStaff: (facts, now) => sql`select s.person_id
    from (${holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now)}) s
    where s.person_id is distinct from ${facts.id('by')}
      and not exists (select from entry e where e.id = ${facts.id('entryId')} and e.leader_id = s.person_id)
      and not exists (select from entry_member m where m.entry_id = ${facts.id('entryId')} and m.person_id = s.person_id)`,
  // Cut into three that each begin anywhere: a chunk of a city's people is read without those before it.
  concerned(facts, now) {
    const here = sql`e.edition_id = ${facts.text('editionId')} and e.waits is not null
      and (${facts.text('regionId')} is null or e.region_id = ${facts.text('regionId')})`;
    return sql`select e.leader_id as person_id from entry e where e.leader_id is not null and ${here} union all
      select m.person_id from entry_member m join entry e on e.id = m.entry_id where m.removed_at is null and ${here} union all
      ${servingIn(['regionStaff', 'regionLead', 'cityStaff'], facts.text('regionId'), now)}`;
  },
  members: (facts) => sql`select p.id as person_id from person p where p.id in ${facts.ids('memberIds')}`,
};
