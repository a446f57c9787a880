import type { Reminded, ReminderFacts } from '@shared/competition/events';
import { comesAfter, type Reminder, remindersOf } from '@shared/competition/reminders/kinds';
import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import { isTextHour } from '@shared/telling/text-times';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Tell } from '../../platform/deliver';
import { at, json } from '../../platform/schema';
import { type Call, makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import type { ReminderSource } from '../../telling/reminder-source';

/** So many people are reminded in one transaction. */
const atOnce = 300;
/** After all were reminded it is looked again so much later. */
const pauseMs = 5 * 60_000;

/** A reminder of an edition; `shift`: on which day after the last one it comes. */
type Stage = { editionId: string; kind: Reminder['kind']; days: number; shift: number };
type Row = Reminded & { personId: string };

/** What the running editions remind of. */
async function stagesOf(db: Db): Promise<Stage[]> {
  const editions = await db.selectFrom('edition').select(['id', 'blueprint']).where('status', '=', 'current').execute();
  return editions.flatMap(({ id, blueprint }) =>
    remindersOf(blueprint).map(({ kind, days }) => ({
      editionId: id,
      kind,
      days,
      shift: comesAfter(kind) ? days : -days,
    })),
  );
}

/**
 * Reminds the next people of all that they have not done by now and were not reminded of: of each thing by its newest stage alone, all of one
 * person in one message. Who has not acted, the mark that they were told, and the message are one transaction.
 * @returns how many people were taken up; fewer than `atOnce` when nobody is left
 */
async function remindSome(call: Call, sources: readonly ReminderSource[], stages: readonly Stage[], tell: Tell) {
  const today = shanghaiDate(call.now);
  const asked = sources.flatMap(({ kind, due }) => {
    const shifts = stages.filter((stage) => stage.kind === kind).map(({ shift }) => shift);
    if (shifts.length === 0) return [];
    const until = addDays(today, -Math.min(...shifts));
    return [sql`select ${kind}::text as kind, q.* from (${due({ now: call.now, today, until })}) q`];
  });
  if (asked.length === 0) return 0;
  const { rows } = await sql<Row>`
    with stage as (select * from jsonb_to_recordset(${json(stages)}::jsonb)
        as r("editionId" text, kind text, days int, shift int)),
    come as (select d.kind, d.person_id, d.subject_id, d.title, d.due_on, array_agg(s.days order by s.shift desc) as days
      from (${sql.join(asked, sql` union all `)}) d
        join stage s on s."editionId" = d.edition_id and s.kind = d.kind and d.due_on + s.shift <= ${today}::date
      group by d.kind, d.person_id, d.subject_id, d.title, d.due_on),
    fresh as (select c.* from come c where not exists (select from reminder_sent t where t.person_id = c.person_id
      and t.kind = c.kind and t.subject_id = c.subject_id and t.due_on = c.due_on and t.days = c.days[1])),
    people as (select distinct person_id from fresh order by person_id limit ${atOnce}),
    -- The stages before the newest have passed by with it.
    marked as (insert into reminder_sent (person_id, kind, subject_id, due_on, days, at)
      select f.person_id, f.kind, f.subject_id, f.due_on, n.days, ${at(call.now)}
      from fresh f join people p using (person_id) cross join lateral unnest(f.days) as n(days)
      order by 1, 2, 3, 4, 5 on conflict do nothing returning *)
    select f.person_id as "personId", f.kind, f.subject_id as "subjectId", f.title, f.due_on as "dueOn"
    from fresh f join marked m on (m.person_id, m.kind, m.subject_id, m.due_on, m.days)
      = (f.person_id, f.kind, f.subject_id, f.due_on, f.days[1])
    order by f.person_id, f.due_on, f.subject_id`.execute(call.db);
  const of = new Map<string, Reminded[]>();
  for (const { personId, ...item } of rows) of.set(personId, [...(of.get(personId) ?? []), item]);
  const events = [...of].map(([personId, items]) => ({
    id: call.newId(),
    event: 'reminder.due',
    subject: `person:${personId}`,
    payload: { personId, items } satisfies ReminderFacts,
    createdAt: call.now,
  }));
  await tell(call, events);
  return of.size;
}

/**
 * Makes the job that reminds. It may be run by several workers at once, and be killed anywhere: nobody is reminded of the same twice, also when the
 * clock goes back.
 */
export function makeRemind(sources: readonly ReminderSource[], tell: Tell): (home: Home) => Promise<number> {
  let doneAt: number | null = null;
  return async function remind(home) {
    const began = home.now();
    if (!isTextHour(began) || (doneAt !== null && Math.abs(began - doneAt) < pauseMs)) return 0;
    const stages = await stagesOf(home.db);
    let reminded = 0;
    for (;;) {
      const now = home.now();
      if (!isTextHour(now)) break;
      const some = await home.db
        .transaction()
        .execute((tx) => remindSome(makeCall(home, tx, null, now), sources, stages, tell));
      reminded += some;
      if (some < atOnce) break;
    }
    doneAt = began;
    return reminded;
  };
}
