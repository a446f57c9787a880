import { liveEnrolments } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { begin } from '../../cases/begin';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { ClassHead } from '../class/classes';
import { enrolmentNoun } from '../enrolment/noun';

/** So many come into a line at once; the others with the next turn. */
const atOnce = 60;

type Wisher = { personId: string; rank: number; wantedAt: number };

/** Whoever wanted a topic comes into the line of its class, since they said so; who is in another class meanwhile does not. Answers whether there were any. */
export async function placeWishers(clock: Call, { classId, topicId }: ClassHead): Promise<boolean> {
  const { rows } =
    await sql<Wisher>`select w.person_id as "personId", w.rank, w.wanted_at as "wantedAt" from topic_wish w
    where w.topic_id = ${topicId} and w.placed_at is null order by w.rank, w.wanted_at, w.person_id limit ${atOnce}
    for update skip locked`.execute(clock.db);
  if (rows.length === 0) return false;
  const ids = rows.map(({ personId }) => personId);
  const busy = await clock.db
    .selectFrom('enrolment')
    .select('person_id')
    .where('person_id', 'in', ids)
    .where('state', 'in', liveEnrolments)
    .execute();
  for (const { personId, rank, wantedAt } of rows) {
    if (busy.some(({ person_id }) => person_id === personId)) continue;
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
