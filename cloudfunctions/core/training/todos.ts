import { organisationsOf } from '@shared/kernel/actor';
import { lastMomentZh, openingZh } from '@shared/kernel/moment-words';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { classLifecycle } from '@shared/training/class/lifecycle';
import { enrolmentLifecycle, liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { beginsAt } from '@shared/training/half-day';
import { sql } from 'kysely';
import { clockOf, dayClockOf, type Todo, type TodoSource, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { type EnrolmentHead, readEnrolments } from './enrolment/enrolments';
import { readTopics } from './topic/topics';

const none = clockOf(null, '');

/** A seat that is offered waits for its person; what one is in or in line for is shown. */
const own: TodoSource['read'] = async (call, personId) => {
  const rows = await readEnrolments(
    call,
    sql`e.person_id = ${personId} and e.state = any(${liveEnrolments})`,
    sql`order by e.id desc limit 20`,
  );
  const waits = ({ state }: EnrolmentHead) => enrolmentLifecycle.states[state].waits === 'own';
  const told = (row: EnrolmentHead): Todo => {
    const until = Math.min(row.offerEndsAt ?? row.startsAt, row.startsAt);
    return todoOf('enrolment', row.enrolmentId, {
      title: waits(row) ? '确认培训名额' : row.title,
      detail: waits(row)
        ? `${row.title}，留到${lastMomentZh(until, call.now)}`
        : `${enrolmentLifecycle.states[row.state].public}，${openingZh(row.startsAt, call.now)}开课`,
      link: link('policy/class', { classId: row.classId }),
      ...(waits(row) ? dayClockOf(until, call.now) : none),
    });
  };
  return {
    waitsForMe: rows.filter(waits).map(told),
    iWaitFor: rows.filter((row) => !waits(row)).map(told),
  };
};

type Held = { classId: string; title: string; day: string; half: 'am' | 'pm'; open: number; left: number };

/** Lists that a trainer has still to keep, and classes that can be finished. */
const trainers: TodoSource['read'] = async (call) => {
  const own = organisationsOf(call.actor, 'trainer');
  const today = shanghaiDate(call.now);
  const { rows } = await sql<Held>`select c.id as "classId", c.title, f.day, f.half,
      count(*) filter (where h.saved_at is null and h.day <= ${today})::int as open,
      count(*) filter (where h.saved_at is null)::int as left
    from training_class c join class_half_day h on h.class_id = c.id
    cross join lateral (select day, half from class_half_day where class_id = c.id
      order by saved_at nulls first, n limit 1) f
    where c.organisation_id = any(${own}::uuid[]) and c.state in (${runs}) group by c.id, c.title, f.day, f.half
    order by c.id`.execute(call.db);
  return {
    waitsForMe: rows
      .filter(({ open, left, ...first }) => left === 0 || (open > 0 && beginsAt(first) <= call.now))
      .map(({ classId, title, open, left }) =>
        todoOf('training-class', classId, {
          title: left === 0 ? '办理结业' : '登记培训考勤',
          detail: left === 0 ? title : `${title}，${open} 个半天没有登记`,
          link: link('staff/class', { classId }),
          ...none,
        }),
      ),
  };
};

const runs = sql.join(classLifecycle.moves.finish.from.map((state) => sql.lit(state)));

/** Classes that the city has to confirm, and topics that enough people want. */
const city: TodoSource['read'] = async (call: Call) => {
  const { rows } = await sql<{
    classId: string;
    title: string;
    organisationZh: string;
  }>`select c.id as "classId", c.title,
    o.name_zh as "organisationZh" from training_class c join organisation o on o.id = c.organisation_id
    where c.waits = 'organiser' order by c.id limit 20`.execute(call.db);
  const topics = (await readTopics(call)).filter(
    ({ classId, wanting, needed }) => classId === null && wanting >= needed,
  );
  return {
    waitsForMe: [
      ...rows.map(({ classId, title, organisationZh }) =>
        todoOf('training-class', classId, {
          title: '确认开班',
          detail: `${title}，${organisationZh}`,
          link: link('staff/class', { classId }),
          ...none,
        }),
      ),
      ...topics.map(({ topicId, title, wanting }) =>
        todoOf('training-topic', topicId, {
          title: '为定制主题开班',
          detail: `${title}，已有 ${wanting} 人想参加`,
          link: link('staff/class-plan', { topicId }),
          ...none,
        }),
      ),
    ],
  };
};

export const trainingTodos: TodoSource[] = [
  { theirs: ['enrolment', 'person_id'], read: own },
  { roles: ['trainer'], read: trainers },
  { roles: ['cityStaff'], read: city },
];
