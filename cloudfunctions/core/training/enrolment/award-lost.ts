import type { AwardFacts } from '@shared/awards/events';
import { liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { standsOfMany } from '../../awards/queries';
import { json } from '../../platform/schema';
import type { Listener } from '../../telling/tell-events';
import { lockClass } from '../class/classes';
import { rankBy } from './brought';
import { takeTurns } from './quota';

/**
 * An award is somebody's no more: where they want a topic or are in a class, their place in line is reckoned anew from what is left, as if they came now; since
 * when they stand there stays. What they were offered by then stays theirs.
 */
const loseAward: Listener['hear'] = async (call, events) => {
  const people = [...new Set(events.map(({ payload }) => (payload as AwardFacts).personId))];
  // Whoever is just enrolling by the award is waited for, and found below.
  await takeTurns(call, people);
  const stands = await standsOfMany(call.db, people);
  const ranks = people.map((personId) => {
    const [best] = stands.get(personId) ?? [];
    const brought = { place: best?.place ?? null, participating: best !== undefined };
    return { personId, plain: rankBy(brought, false), keyGroup: rankBy(brought, true) };
  });
  const fresh = sql`jsonb_to_recordset(${json(ranks)}::jsonb) as r("personId" uuid, plain int, "keyGroup" int)`;
  await sql`update topic_wish w set rank = r.plain from ${fresh} where w.person_id = r."personId"`.execute(call.db);
  const { rows } = await sql<{ classId: string }>`select distinct class_id as "classId" from enrolment
    where person_id = any(${people}::uuid[]) and state = any(${liveEnrolments}) order by class_id`.execute(call.db);
  for (const { classId } of rows) await lockClass(call, classId);
  await sql`update enrolment e set rank = case when e.key_group then r."keyGroup" else r.plain end from ${fresh}
    where e.person_id = r."personId" and e.state = any(${liveEnrolments})`.execute(call.db);
};

export const awardLostListeners: readonly Listener[] = [
  { event: 'award.cancelled', hear: loseAward },
  { event: 'award.claimRevoked', hear: loseAward },
];
