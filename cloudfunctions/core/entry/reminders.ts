import type { ReminderKind } from '@shared/competition/reminders/kinds';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { endOfDayExclusive } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { at } from '../platform/schema';
import type { AsOf, ReminderSource } from '../telling/reminder-source';
import { closesFor } from './late/closing';

/** The last day before an exclusive closing instant. */
const lastDay = (closes: RawBuilder<unknown>): RawBuilder<string> =>
  sql`((${closes} - interval '1 millisecond') at time zone 'Asia/Shanghai')::date`;

const named = sql`coalesce(nullif(e.title, ''), '未命名项目') as title`;
const ofCurrent = sql`e.edition_id in (select id from edition where status = 'current')`;

/** Drafts whose sign-up closes by then, and is not closed. */
const closing = ({ now, until }: AsOf): RawBuilder<unknown> =>
  sql`e.state = ${sql.lit(entryLifecycle.initial)} and ${ofCurrent} and ${closesFor} > ${at(now)}
    and ${closesFor} <= ${at(endOfDayExclusive(until))}`;
const withClosing = sql`left join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'`;

// Spelled out, so that their index serves.
const returned = sql.join(entryLifecycle.moves.expire.from.map((state) => sql.lit(state)));

export const entryReminders: ReadonlyArray<ReminderSource<ReminderKind>> = [
  {
    kind: 'draft',
    due: (
      asOf,
    ) => sql`select e.leader_id as person_id, e.id as subject_id, e.edition_id, ${named}, ${lastDay(closesFor)} as due_on
      from entry e ${withClosing} where e.leader_id is not null and ${closing(asOf)}`,
  },
  {
    kind: 'consent',
    due: (asOf) => sql`select m.person_id, e.id as subject_id, e.edition_id, ${named}, ${lastDay(closesFor)} as due_on
      from entry e ${withClosing} join entry_member m on m.entry_id = e.id and m.removed_at is null and m.consented_at is null
      where ${closing(asOf)}`,
  },
  {
    kind: 'correction',
    due: ({ now, until }) => sql`select e.leader_id as person_id, e.id as subject_id, e.edition_id, ${named},
        ${lastDay(sql`e.correction_due_at`)} as due_on
      from entry e where e.state in (${returned}) and e.correction_due_at > ${at(now)}
        and e.correction_due_at <= ${at(endOfDayExclusive(until))} and ${ofCurrent}`,
  },
];
