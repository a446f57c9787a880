import type { AwardFacts } from '@shared/awards/events';
import { incubatorPlace } from '@shared/benefits/kinds/incubator-place';
import { sql } from 'kysely';
import { standsOfMany } from '../../awards/queries';
import { json } from '../../platform/schema';
import { knownFactsOfMany } from '../../policies/queries';
import type { Call } from '../../rpc/call';
import type { Listener } from '../../telling/tell-events';
import { rankWith } from './rank';

type Wish = { id: string; personId: string };

/** What these people wait for, or would, locked: whoever decides just now who is next looks anew once it is written. */
async function wishesOf(call: Call, people: readonly string[]): Promise<Wish[]> {
  const { rows } = await sql<Wish>`select a.id, a.applicant_id as "personId"
    from application a join place_wish w on w.application_id = a.id
    where a.live and a.applicant_id = any(${[...people]}::uuid[]) order by a.id for update of a`.execute(call.db);
  return rows;
}

/**
 * An award is somebody's no more: their place in the line of a site is reckoned anew from what is left, as if they handed in now; since when they stand there
 * stays. A place that was offered by then stays offered.
 */
const loseAward: Listener['hear'] = async (call, events) => {
  const people = [...new Set(events.map(({ payload }) => (payload as AwardFacts).personId))];
  const wishes = await wishesOf(call, people);
  if (wishes.length === 0) return;
  const [stands, known] = await Promise.all([standsOfMany(call.db, people), knownFactsOfMany(call.db, people)]);
  const ranks = wishes.map(({ id, personId }) => {
    const [best] = stands.get(personId) ?? [];
    const byAward = incubatorPlace.rank({ place: best?.place ?? null, qualified: best !== undefined });
    return { id, rank: rankWith(byAward, known.get(personId) ?? {}) };
  });
  await sql`update place_wish w set rank = r.rank from jsonb_to_recordset(${json(ranks)}::jsonb) as r(id uuid, rank int)
    where w.application_id = r.id`.execute(call.db);
};

export const awardLostListeners: readonly Listener[] = [
  { event: 'award.cancelled', hear: loseAward },
  { event: 'award.claimRevoked', hear: loseAward },
];
