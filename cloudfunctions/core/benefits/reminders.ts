import { codeOf } from '@shared/benefits/application/kind';
import { kinds } from '@shared/benefits/kinds';
import type { ReminderKind } from '@shared/competition/reminders/kinds';
import { endOfDayExclusive } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { at, json } from '../platform/schema';
import type { ReminderSource } from '../telling/reminder-source';

/** Kind → the states in which its applicant has to do something before a clock runs out. */
const waiting = kinds.flatMap((kind) =>
  Object.keys(kind.clocks)
    .filter((state) => kind.clocks[state]?.reminds === true)
    .map((state) => ({ kind: codeOf(kind), state, zh: kind.zh })),
);

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
];
