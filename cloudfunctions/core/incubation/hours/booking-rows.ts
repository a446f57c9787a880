import { bookedZh, cancelsFree } from '@shared/incubation/hours';
import type { BookingSubject } from '@shared/incubation/subjects';
import type { HourTerms } from '@shared/incubation/terms';
import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import type { Load } from '../../rpc/procedure';
import { type Place, placeZh } from '../sites/rows';

/** A booking with its place, and the rules of its site. */
export type Booking = BookingSubject & {
  teamId: string;
  placeId: number;
  code: string;
  type: Place['type'];
  nameZh: string;
  noShowAt: number | null;
  cancelledAt: number | null;
  hours: HourTerms;
};

/** Bookings (`b`) that were not given up, by their beginning. */
export const bookingsWhere = (where: RawBuilder<unknown>) =>
  bookingRows(sql`b.cancelled_at is null and ${where}`, sql`limit 500`);

const bookingRows = (where: RawBuilder<unknown>, lock: RawBuilder<unknown>) =>
  sql<Booking>`select b.id as "bookingId", b.person_id as "personId", b.team_id as "teamId", b.place_id as "placeId", p.code, p.type,
    p.site_id as "siteId", s.organisation_id as "organisationId", s.hours, b.starts_at as "startsAt", b.ends_at as "endsAt",
    b.no_show_at as "noShowAt", b.cancelled_at as "cancelledAt", n.display_name as "nameZh"
    from place_booking b join place p on p.id = b.place_id join place_site s on s.id = p.site_id join person n on n.id = b.person_id
    where ${where} order by b.starts_at, b.id ${lock}`;

/** Also one that was given up: whose it was may say so twice. */
export const bookingOf: Load<{ bookingId: string }, Booking> = async (call, { bookingId }, lock) =>
  (await bookingRows(sql`b.id = ${bookingId}`, lock ? sql`for update of b` : sql``).execute(call.db)).rows[0] ?? null;

export const timesOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>) => ({ from: startsAt, to: endsAt });

export const bookingView = (booking: Booking, now: number) => ({
  bookingId: booking.bookingId,
  placeZh: placeZh(booking),
  zh: bookedZh(timesOf(booking), now),
  startsAt: toShanghai(booking.startsAt),
  free: cancelsFree(timesOf(booking), now, booking.hours),
});
