import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { ClassHead } from '../class/classes';
import { enrolmentNoun } from '../enrolment/noun';
import { overQuota, turnsAtHand } from '../enrolment/quota';

/** So many come into a line at once; the others with the next turn. */
const atOnce = 60;

type Wisher = { personId: string; rank: number; wantedAt: number };

/**
 * Whoever wanted a topic comes into the line of its class, since they said so; who could not enrol in it themselves, being in another class meanwhile or
 * having had theirs, does not. Who is just enrolling somewhere is placed with the next turn. Answers whether there were any.
 */
export async function placeWishers(clock: Call, found: ClassHead): Promise<boolean> {
  const { classId, topicId } = found;
  const { rows } =
    await sql<Wisher>`select w.person_id as "personId", w.rank, w.wanted_at as "wantedAt" from topic_wish w
    where w.topic_id = ${topicId} and w.placed_at is null order by w.rank, w.wanted_at, w.person_id limit ${atOnce}
    for update skip locked`.execute(clock.db);
  if (rows.length === 0) return false;
  const turns = await turnsAtHand(
    clock,
    rows.map(({ personId }) => personId),
  );
  const here = rows.filter(({ personId }) => turns.has(personId));
  const ids = here.map(({ personId }) => personId);
  if (ids.length === 0) return false;
  const over = await overQuota(clock, found, ids);
  for (const { personId, rank, wantedAt } of here) {
    if (over.has(personId)) continue;
    const row = { class_id: classId, person_id: personId, rank, asked_at: at(wantedAt) };
    await begin(clock, enrolmentNoun, row, { classId });
  }
  await clock.db
    .updateTable('topic_wish')
    .set({ placed_at: at(clock.now) })
    .where('topic_id', '=', topicId)
    .where('person_id', 'in', ids)
    .execute();
  return true;
}
