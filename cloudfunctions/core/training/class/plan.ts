import { hasRoleAnywhere, organisationsOf } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { type Held, planProblems, roomProblem } from '@shared/training/class/plan';
import { trainingContract } from '@shared/training/contract';
import { beginsAt, type HalfDay, hoursOf, inOrder } from '@shared/training/half-day';
import { courseIn, courseNamedZh } from '@shared/training/rules';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { move } from '../../cases/move';
import { at, json } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { trainingInForce } from '../in-force';
import { topicOf } from '../topic/wishes';
import { classOf, readClass } from './classes';
import { classNoun } from './noun';

type Plan = {
  organisationId: string;
  course: string;
  title: string;
  room: string;
  capacity: number;
  halfDays: HalfDay[];
};

type Organisation = { value: string; zh: string };

/** Organisations that train: to the city all, to a trainer their own. */
export async function trainingOrganisations({ db, actor }: Call): Promise<Organisation[]> {
  const which = hasRoleAnywhere(actor, 'cityStaff')
    ? sql`o.kind = 'trainer'`
    : sql`o.id = any(${organisationsOf(actor, 'trainer')}::uuid[])`;
  const { rows } = await sql<Organisation>`select o.id as value, o.name_zh as zh from organisation o
    where o.active and ${which} order by o.name_zh, o.id`.execute(db);
  return rows;
}

export const planChoices = procedure(trainingContract.planChoices, noSubject, async (call) => {
  const [training, organisations] = await Promise.all([trainingInForce(call.db), trainingOrganisations(call)]);
  return {
    courses: training.courses.map((course) => ({
      value: course.code,
      zh: courseNamedZh(course),
      hoursMin: course.hoursMin,
      onDemand: course.onDemand,
      sourceZh: course.sourceZh,
    })),
    organisations,
    capacityMax: training.capacityMax,
  };
});

/** A trainer plans a class of their own organisation. */
export const proposeClass = procedure(trainingContract.proposeClass, noSubject, async (call, plan) => ({
  classId: await plant(call, plan, null),
}));

/** The city opens a class where enough people want a topic: it is confirmed by whoever plans it, and they come into line by themselves. */
export const openTopic = procedure(trainingContract.openTopic, topicOf, async (call, { topicId, ...plan }, topic) => {
  if (topic.classId !== null) throw new Refused('TRAINING_TOPIC_OPENED');
  if (topic.wanting < topic.needed) throw new Refused('TRAINING_TOPIC_TOO_FEW');
  // A class that was called off before has had them in its line.
  await call.db.updateTable('topic_wish').set({ placed_at: null }).where('topic_id', '=', topicId).execute();
  const classId = await plant(call, plan, topicId);
  const found = await readClass(call, classId);
  if (!found) throw new Error('What was just begun is not there.');
  await move(call, classNoun, found, { command: 'approve', version: found.version });
  return { classId };
});

async function plant(call: Call, plan: Plan, topicId: string | null): Promise<string> {
  const { organisationId, course, title, room, capacity } = plan;
  const training = await trainingInForce(call.db);
  const organisation = (await trainingOrganisations(call)).find(({ value }) => value === organisationId);
  insistSound({
    ...(!organisation && { organisationId: '请选择培训机构' }),
    ...planProblems(plan, training, topicId !== null, call.now),
  });
  await insistRoom(call, plan, null);
  const halfDays = inOrder(plan.halfDays);
  const startsAt = firstOf(halfDays);
  const known = courseIn(training, course);
  if (!known) throw new Error('A course that was chosen is not there.');
  const terms = { course: known, attendancePercent: training.attendancePercent };
  const row = {
    organisation_id: organisationId,
    course,
    title,
    room,
    hours: hoursOf(halfDays),
    capacity,
    starts_at: at(startsAt),
    topic_id: topicId,
    terms: json(terms),
    created_by: me(call),
  };
  const told = {
    organisationId,
    organisationZh: organisation?.zh ?? '',
    course,
    title,
    room,
    hours: row.hours,
    capacity,
    startsAt,
    topicId,
  };
  const classId = await begin(call, classNoun, row, { course, organisationId }, told);
  await keepHalfDays(call, classId, halfDays);
  await sql`insert into class_seat (class_id, n) select ${classId}, n from generate_series(1, ${capacity}::int) n`.execute(
    call.db,
  );
  return classId;
}

function insistSound(fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) throw new Refused('TRAINING_PLAN_WRONG', undefined, fields);
}

/** One class at a time in a room. Its organisation, whose rooms they are, is locked, so that two are not planned into it at once. */
async function insistRoom(
  call: Call,
  { organisationId, room, halfDays }: Pick<Plan, 'organisationId' | 'room' | 'halfDays'>,
  classId: string | null,
): Promise<void> {
  await sql`select from organisation where id = ${organisationId} for update`.execute(call.db);
  const { rows } = await sql<Held>`select c.title, c.room, h.day, h.half
    from training_class c join class_half_day h on h.class_id = c.id
    join unnest(${halfDays.map(({ day }) => day)}::date[], ${halfDays.map(({ half }) => half)}::text[]) w (day, half)
      on w.day = h.day and w.half = h.half
    where c.organisation_id = ${organisationId} and c.waits is not null and c.id is distinct from ${classId}::uuid
    order by h.day, h.half`.execute(call.db);
  const problem = roomProblem(room, rows, call.now);
  if (problem !== null) throw new Refused('TRAINING_PLAN_WRONG', undefined, { room: problem });
}

const firstOf = ([first]: readonly HalfDay[]): number => (first ? beginsAt(first) : 0);

const keepHalfDays = (call: Call, classId: string, halfDays: readonly HalfDay[]) =>
  call.db
    .insertInto('class_half_day')
    .values(halfDays.map((halfDay, i) => ({ class_id: classId, n: i + 1, ...halfDay })))
    .execute();

/** Another time or room before it begins; whoever is in it is told, and reminded anew. */
export const reschedule = procedure(
  trainingContract.reschedule,
  classOf,
  async (call, { version, room, halfDays: typed }, found) =>
    move(call, classNoun, found, { command: 'reschedule', version }, async () => {
      const halfDays = inOrder(typed);
      const { organisationId, course, capacity, topicId, classId, terms } = found;
      // As it was planned: what the edition says of courses since is not about it.
      const training = { ...(await trainingInForce(call.db)), capacityMax: capacity, courses: [terms.course] };
      insistSound(planProblems({ course, capacity, halfDays }, training, topicId !== null, call.now));
      await insistRoom(call, { organisationId, room, halfDays }, classId);
      await call.db.deleteFrom('class_half_day').where('class_id', '=', classId).execute();
      await keepHalfDays(call, classId, halfDays);
      const startsAt = firstOf(halfDays);
      return {
        set: { room, hours: hoursOf(halfDays), starts_at: at(startsAt), soon_told_at: null },
        facts: { room, startsAt },
        details: { startsAt: toShanghai(startsAt) },
      };
    }),
);
