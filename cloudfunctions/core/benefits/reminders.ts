import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import type { ReminderKind } from '@shared/competition/reminders/kinds';
import { addDays, endOfDayExclusive } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { holdersOf, membersOf } from '../platform/grants';
import { at, json } from '../platform/schema';
import type { ReminderSource } from '../telling/reminder-source';
import { deskOfParty } from './application/offices';

/** Kind → the states in which its applicant has to do something before a clock runs out. */
const waiting = kinds.flatMap((kind) =>
  Object.keys(kind.clocks)
    .filter((state) => kind.clocks[state]?.reminds === true)
    .map((state) => ({ kind: codeOf(kind), state, zh: kind.zh })),
);

/** Kind → the states in which an office has a clock, and as whom its people act. */
const atOffices = kinds.flatMap((kind) =>
  Object.keys(kind.clocks).flatMap((state) => {
    const desk = deskOfParty(kind, kind.party(state));
    return desk === undefined || kind.lifecycle.states[state]?.waits !== 'staff'
      ? []
      : [{ kind: codeOf(kind), state, zh: kind.zh, role: desk.role, place: desk.place }];
  }),
);
const officeRoles = [...new Set(atOffices.map(({ role }) => role))];

/** What has been late for longer is no news: after an outage a desk is not told of a year. */
const newsDays = 10;

/** Applications that end by themselves unless whoever applied acts: sent back, offered something, approved and not signed. */
export const benefitsReminders: ReadonlyArray<ReminderSource<ReminderKind>> = [
  {
    kind: 'application',
    due: ({
      now,
      until,
    }) => sql`select a.applicant_id as person_id, a.id as subject_id, d.id as edition_id, w.zh as title,
        a.due_on
      from application a
        join jsonb_to_recordset(${json(waiting)}::jsonb) as w(kind text, state text, zh text) on (w.kind, w.state) = (a.kind, a.state)
        join (select id from edition where status = 'current' order by id limit 1) d on true
      where a.lapses_at > ${at(now)} and a.lapses_at <= ${at(endOfDayExclusive(until))}`,
  },
  {
    // Whoever took it; where nobody did, all whose desk it lies on. Nobody is told of their own.
    kind: 'officeOver',
    due: ({ now, until }) => sql`select h.person_id, a.id as subject_id, d.id as edition_id, w.zh as title, a.due_on
      from application a
        join jsonb_to_recordset(${json(atOffices)}::jsonb) as w(kind text, state text, zh text, role text, place text)
          on (w.kind, w.state) = (a.kind, a.state)
        join (select id from edition where status = 'current' order by id limit 1) d on true
        cross join lateral (select a.claimed_by as person_id where a.claimed_by is not null union ${sql.join(
          officeRoles.map(
            (role) => sql`select l.person_id from (${holdersOf([role], sql`a.region_id`, now)}) l
              where a.claimed_by is null and w.place = 'region' and w.role = ${role}
            union select m.person_id from (${membersOf(role, sql`a.organisation_id`, now)}) m
              where a.claimed_by is null and w.place = 'organisation' and w.role = ${role}`,
          ),
          sql` union `,
        )}) h
      where a.waits = 'staff' and a.due_on between ${addDays(until, -newsDays)}::date and ${until}::date and h.person_id <> a.applicant_id`,
  },
];
