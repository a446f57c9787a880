import type { EntryAudiences } from '@shared/entry/notice';
import { sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { Audience, AudiencesOf } from '../telling/audience';

const leader: Audience<EntryAudiences['leader']> = (facts) =>
  sql`select e.leader_id as person_id from entry e where e.id = ${facts.id('entryId')}`;

export const entryAudiences: AudiencesOf<EntryAudiences> = {
  leader,
  team: (facts, now) => sql`${leader(facts, now)} union all
    select m.person_id from entry_member m where m.entry_id = ${facts.id('entryId')} and m.removed_at is null`,
  member: (facts) => sql`select ${facts.id('personId')} as person_id`,
  claimant: (facts) =>
    sql`select ${facts.id('claimedBy')} as person_id where ${facts.id('claimedBy')} is distinct from ${facts.id('by')}`,
  regionStaff: (facts, now) => sql`select s.person_id
    from (${holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now)}) s
    where s.person_id is distinct from ${facts.id('by')}
      and not exists (select from entry e where e.id = ${facts.id('entryId')} and e.leader_id = s.person_id)
      and not exists (select from entry_member m where m.entry_id = ${facts.id('entryId')} and m.person_id = s.person_id)`,
  members: (facts) => sql`select p.id as person_id from person p where p.id in ${facts.ids('memberIds')}`,
};
