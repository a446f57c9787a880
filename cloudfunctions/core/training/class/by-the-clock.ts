import { dayMs } from '@shared/kernel/moment-words';
import { classLifecycle } from '@shared/training/class/lifecycle';
import { sql } from 'kysely';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { makeCall } from '../../rpc/call';
import type { Home } from '../../rpc/home';
import { classes, lockClass } from './classes';
import { toldOf } from './noun';
import { tidy } from './seats';

const ahead = sql`c.state in (${sql.join(classLifecycle.moves.start.from.map((state) => sql.lit(state)))})`;

/** Classes of which something is due: they begin, an offer has run out, a seat is free for whoever waits, people who wanted it are to be placed. */
async function due(home: Home, now: number): Promise<string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select c.id from training_class c where ${ahead} and (c.starts_at <= ${at(now)}
    or exists (select from enrolment e where e.class_id = c.id and e.offer_ends_at <= ${at(now)})
    or exists (select from topic_wish w where w.topic_id = c.topic_id and w.placed_at is null)
    or (exists (select from enrolment e where e.class_id = c.id and e.state = 'waitlisted')
      and exists (select from class_seat s where s.class_id = c.id
        and not exists (select from enrolment e where e.class_id = s.class_id and e.seat = s.n))))
    order by c.starts_at`.execute(home.db);
  return rows.map(({ id }) => id);
}

/** Tidies each such class in a transaction of its own: one that fails keeps no other, and a host that dies in between has lost nothing. */
export async function tidyClasses(home: Home): Promise<number> {
  const now = home.now();
  const ids = await due(home, now);
  let failure: { error: unknown } | null = null;
  for (const classId of ids)
    try {
      await home.db.transaction().execute(async (tx) => {
        const call = makeCall(home, tx, null, now);
        await lockClass(call, classId);
        await tidy(call, classId);
      });
    } catch (error) {
      failure ??= { error };
    }
  if (ids.length > 0) home.wake();
  if (failure) throw failure.error;
  return ids.length;
}

/** Tells of classes that begin within a day, each once. */
export async function tellSoon(home: Home): Promise<number> {
  const now = home.now();
  const told = await home.db.transaction().execute(async (tx) => {
    const call = makeCall(home, tx, null, now);
    const { rows } = await sql<{ id: string }>`update training_class c set soon_told_at = ${at(now)}
      where ${ahead} and c.starts_at > ${at(now)} and c.starts_at <= ${at(now + dayMs)} and c.soon_told_at is null
      returning c.id`.execute(tx);
    if (rows.length === 0) return 0;
    const found = await classes(now, sql`c.id = any(${rows.map(({ id }) => id)}::uuid[])`).execute(tx);
    for (const one of found.rows) await emit(call, 'class.soon', `training-class:${one.classId}`, toldOf(one));
    return rows.length;
  });
  if (told > 0) home.wake();
  return told;
}
