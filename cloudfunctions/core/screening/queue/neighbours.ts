import { regionsServed } from '@shared/kernel/actor';
import { isUuid } from '@shared/kernel/id';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { screeningContract } from '@shared/screening/contract';
import { type RawBuilder, sql } from 'kysely';
import { decodeCursor, encodeCursor, type Place } from '../../platform/cursor';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused, wrongFields } from '../../rpc/refused';
import { queueAsked } from './queue';
import {
  after,
  before,
  contestsIn,
  entriesAsked,
  fitsPlace,
  isByDue,
  notInvolved,
  orderOf,
  type QueueAsked,
  statesAsked,
} from './queue-filter';

/**
 * Who stands before and behind an entry in the queue as it is filtered. Its place is given out with the answer and asked with again: once the entry
 * was decided it has left the queue, and still one goes on from where it stood. Without a place, one begins at the top.
 */
export const neighbours = procedure(screeningContract.neighbours, queueAsked, async (call, input, subject) => {
  const { filter, entryId } = input;
  if (statesAsked(filter).length === 0) throw wrongFields('MALFORMED', { 'filter.state': '没有这个状态' });
  const { keys } = call.home;
  const known = decodeCursor(keys, filter, input.place);
  if (known && !(isUuid(known.id) && fitsPlace(filter, known.value))) throw new Refused('CURSOR_OUTDATED');
  const scope = { editionId: subject.editionId, contestId: filter.contestId, regionIds: regionsServed(call.actor) };
  const asked = { scope, filter, personId: me(call), today: shanghaiDate(call.now) };
  const { rows: places } = known
    ? { rows: [known] }
    : await sql<Place>`select ${isByDue(filter) ? sql`e.review_due` : sql`e.changed_at`} as value, e.id
        from entry e join contest c on c.id = e.contest_id
        where e.id = ${entryId} and e.first_submitted_at is not null and ${contestsIn(scope)} and ${notInvolved(me(call))}`.execute(
        call.db,
      );
  const place = places[0] && places[0].value !== null ? places[0] : null;
  const nearest = (beyond: RawBuilder<boolean>, way: 'on' | 'back') => sql`(${nearestOf(asked, entryId, beyond, way)})`;
  const { rows } = await sql<{ next: string | null; previous: string | null }>`select
    ${nearest(after(filter, place), 'on')} as next,
    ${place === null ? sql`null` : nearest(before(filter, place), 'back')} as previous`.execute(call.db);
  return {
    place: place && encodeCursor(keys, filter, place.value, place.id),
    next: rows[0]?.next ?? null,
    previous: rows[0]?.previous ?? null,
  };
});

/** The first of each contest by its own index, and the first of these. */
const nearestOf = (
  { scope, filter, personId, today }: QueueAsked,
  entryId: string,
  beyond: RawBuilder<boolean>,
  way: 'on' | 'back',
) => sql`select m.id from contest c cross join lateral (
    select e.id, e.review_due, e.changed_at from entry e
    where e.contest_id = c.id and ${entriesAsked(filter, personId, today)} and ${beyond} and e.id <> ${entryId}
      and ${notInvolved(personId)}
    order by ${orderOf(filter, 'e', way)} limit 1) m
  where ${contestsIn(scope)} order by ${orderOf(filter, 'm', way)} limit 1`;
