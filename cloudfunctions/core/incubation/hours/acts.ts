import { incubationContract } from '@shared/incubation/contract';
import { cancelsFree, hoursOn, refuseBooking } from '@shared/incubation/hours';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { breaksExclusion } from '../../platform/broken-constraint';
import { at } from '../../platform/schema';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { insist, Refused } from '../../rpc/refused';
import { placeWithSite } from '../line/offers';
import { isHourly } from '../sites/rows';
import { bookingOf, bookingsWhere, bookingView, timesOf } from './booking-rows';
import { bookedBy, noShowsIn, teamOf } from './team';

/** Books hours for the caller's team. What the rules allow is asked under the team's own lock, whether the hours are free the database says. */
export const book = procedure(incubationContract.book, noSubject, async (call, { placeId, day, from, to }) => {
  // One that is just being closed, or made another, is read as it is afterwards.
  await sql`select from place where id = ${placeId} for share`.execute(call.db);
  const found = await placeWithSite(call, placeId);
  if (!found || !isHourly(found.place) || found.place.shut !== null) throw new Refused('INCUBATION_NOT_BOOKABLE');
  const teamId = await teamOf(call);
  if (teamId === null) throw new Refused('INCUBATION_NO_TEAM');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`incubation/hours:${teamId}`}, 0))`.execute(call.db);
  const booked = await bookedBy(call, teamId, found.site.hours);
  const wanted = hoursOn(day, from, to);
  const about = { now: call.now, own: booked.map(timesOf), noShows: noShowsIn(booked) };
  const refusal = refuseBooking(wanted, about, found.site.hours);
  if (refusal !== null) insist(refusal);
  const id = call.newId();
  try {
    await call.db
      .insertInto('place_booking')
      .values({
        id,
        place_id: placeId,
        team_id: teamId,
        person_id: me(call),
        starts_at: at(wanted.from),
        ends_at: at(wanted.to),
        made_at: at(call.now),
      })
      .execute();
  } catch (error) {
    if (breaksExclusion(error, 'place_booking_one_at_a_time')) throw new Refused('INCUBATION_HOURS_TAKEN');
    throw error;
  }
  const { rows } = await bookingsWhere(sql`b.id = ${id}`).execute(call.db);
  if (!rows[0]) throw new Error('A booking that was just made is not there.');
  return bookingView(rows[0], call.now);
});

/** Gives hours back; they are free at once. */
export const cancelBooking = procedure(incubationContract.cancelBooking, bookingOf, async (call, _input, booking) => {
  if (booking.cancelledAt !== null) return { ok: true as const };
  if (!cancelsFree(timesOf(booking), call.now, booking.hours)) throw new Refused('INCUBATION_BOOKING_BEGUN');
  await call.db
    .updateTable('place_booking')
    .set({ cancelled_at: at(call.now) })
    .where('id', '=', booking.bookingId)
    .execute();
  return { ok: true as const };
});

/** Marks that nobody came; only once the hours are over. */
export const markNoShow = procedure(incubationContract.markNoShow, bookingOf, async (call, _input, booking) => {
  if (booking.cancelledAt !== null) throw new Refused('NOT_FOUND', '这个时段已取消');
  if (booking.endsAt > call.now) throw new Refused('INCUBATION_BOOKING_NOT_OVER');
  await call.db
    .updateTable('place_booking')
    .set({ no_show_at: at(call.now), marked_by: me(call) })
    .where('id', '=', booking.bookingId)
    .where('no_show_at', 'is', null)
    .execute();
  await audit(call, `place_site:${booking.siteId}`, 'incubation/markNoShow', { bookingId: booking.bookingId });
  return { ok: true as const };
});
