import { sql } from 'kysely';
import type { Audience, Audiences } from '../telling/audience';
import { holdersOf } from './live-grants';

const leader: Audience = (facts) =>
  sql`select e.leader_id as person_id from entry e where e.id = ${facts.id('entryId')}`;

const team: Audience = (facts, now) => sql`${leader(facts, now)} union all
  select m.person_id from entry_member m where m.entry_id = ${facts.id('entryId')} and m.removed_at is null`;

/** Of the region, but for anyone who is or was on its team and for the one who acted. */
const regionStaff: Audience = (facts, now) => sql`select s.person_id
  from (${holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now)}) s
  where s.person_id is distinct from ${facts.id('by')}
    and not exists (select from entry e where e.id = ${facts.id('entryId')} and e.leader_id = s.person_id)
    and not exists (select from entry_member m where m.entry_id = ${facts.id('entryId')} and m.person_id = s.person_id)`;

/** Whom each kind of news may be told to, by `about.audience` of its notices. */
export const audiences: Audiences = {
  'entry.leader': leader,
  'entry.team': team,
  'entry.member': (facts) => sql`select ${facts.id('personId')} as person_id`,
  'entry.claimant': (facts) =>
    sql`select ${facts.id('claimedBy')} as person_id where ${facts.id('claimedBy')} is distinct from ${facts.id('by')}`,
  'entry.regionStaff': regionStaff,
  'draft.members': (facts) => sql`select p.id as person_id from person p where p.id in ${facts.ids('memberIds')}`,
  'feedback.sender': (facts) => sql`select f.person_id from feedback f where f.id = ${facts.id('feedbackId')}`,
  'feedback.city': (_facts, now) => holdersOf(['cityStaff'], null, now),
  'phase.regionStaff': (facts, now) => holdersOf(['regionStaff', 'regionLead'], facts.text('regionId'), now),
  'security.watchers': (facts, now) => sql`select w.person_id from (${holdersOf(['cityStaff', 'auditor'], null, now)}) w
    where w.person_id <> ${facts.id('personId')}`,
};
