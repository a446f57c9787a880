import { startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { countedEnrolments, liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import type { ClassHead } from '../class/classes';
import { trainingInForce } from '../in-force';

type Had = { personId: string; title: string; live: boolean; same: boolean; inYear: boolean };

/** What of theirs counts against a class. A place in its own line that came by its topic, to which nobody has said a name yet, is the one that is asked about. */
async function hadBy(call: Call, { classId, course, startsAt }: ClassHead, people: readonly string[]): Promise<Had[]> {
  const year = Number(toShanghai(startsAt).slice(0, 4));
  const { rows } = await sql<Had>`select e.person_id as "personId", c.title, e.state = any(${liveEnrolments}) as live,
      c.course = ${course} as same,
      c.starts_at >= ${at(startOfDay(`${year}-01-01`))} and c.starts_at < ${at(startOfDay(`${year + 1}-01-01`))} as "inYear"
    from enrolment e join training_class c on c.id = e.class_id
    where e.person_id = any(${[...people]}::uuid[]) and e.state = any(${countedEnrolments})
      and not (e.class_id = ${classId} and e.name is null and e.state = any(${liveEnrolments}))`.execute(call.db);
  return rows;
}

/**
 * One class at a time, a course once, so many classes a year.
 * @returns person → why this class would be one too many; who may be in it is not there
 */
export async function overQuota(call: Call, found: ClassHead, people: readonly string[]): Promise<Map<string, string>> {
  const had = await hadBy(call, found, people);
  const { sameCourse, classesAYear } = await trainingInForce(call.db);
  const why = (own: readonly Had[]): string | null => {
    const live = own.find((one) => one.live);
    if (live) return `您在“${live.title}”已有报名，一次只能报一个班。想换班请先取消那个报名`;
    const same = own.filter((one) => one.same);
    if (same[0] && same.length >= sameCourse)
      return `${found.terms.course.zh}每人参加 ${sameCourse} 次，您已参加过“${same[0].title}”`;
    const inYear = own.filter((one) => one.inYear);
    return inYear[0] && inYear.length >= classesAYear
      ? `每人每年参加 ${classesAYear} 个班，您今年已参加“${inYear[0].title}”`
      : null;
  };
  const said = new Map<string, string>();
  for (const personId of people) {
    const sentence = why(had.filter((one) => one.personId === personId));
    if (sentence !== null) said.set(personId, sentence);
  }
  return said;
}

/** The same of the caller. Throws Refused TRAINING_QUOTA. */
export async function insistWithinQuota(call: Call, found: ClassHead): Promise<void> {
  const said = (await overQuota(call, found, [me(call)])).get(me(call));
  if (said !== undefined) throw new Refused('TRAINING_QUOTA', said);
}

/** Of a person `p`. */
const turn = sql`hashtextextended('enrolment:' || p.id, 0)`;

/**
 * Two classes at once by one person are decided one after the other: whoever puts them into a class has their turn until the commit. Of several the turns
 * are taken in one order, so that two who want them do not wait for each other.
 */
export const takeTurns = (call: Call, people: readonly string[]) =>
  sql`select pg_advisory_xact_lock(${turn}) from unnest(${[...people].sort()}::uuid[]) p (id)`.execute(call.db);

/** Takes the turn of each who is in nobody else's just now, and waits for none: who enrols waits for a class, and the class would wait for them. */
export async function turnsAtHand(call: Call, people: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select p.id from unnest(${[...people]}::uuid[]) p (id)
    where pg_try_advisory_xact_lock(${turn})`.execute(call.db);
  return new Set(rows.map(({ id }) => id));
}
