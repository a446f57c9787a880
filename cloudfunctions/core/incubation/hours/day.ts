import { placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { incubationContract } from '@shared/incubation/contract';
import { cancelsFree, hoursOn } from '@shared/incubation/hours';
import type { HourTerms } from '@shared/incubation/terms';
import { endOfDayExclusive, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { at } from '../../platform/schema';
import { procedure } from '../../rpc/procedure';
import { isHourly, placesWhere, siteHead, siteOf } from '../sites/rows';
import { bookingsWhere, bookingView, timesOf } from './booking-rows';
import { bookedBy, leftTo, teamOf } from './team';

const onDay = (siteId: string, day: string) =>
  bookingsWhere(
    sql`p.site_id = ${siteId} and b.starts_at >= ${at(startOfDay(day))} and b.starts_at < ${at(endOfDayExclusive(day))}`,
  );

/** The rules in words. */
const rulesZhOf = (terms: HourTerms): string =>
  `${terms.opensAt}:00 至 ${terms.closesAt}:00，按整点预约，每队每周最多 ${terms.weekHours} 小时。最迟开始前 ${terms.cancelHours} 小时取消。${terms.noShowDays} 天内 ${terms.noShows} 次没有到场，暂停预约 ${terms.pauseDays} 天。`;

/** Which hours of a day are free, place by place; of others nothing but that they are taken. */
export const hours = procedure(incubationContract.hours, siteOf, async (call, { day }, site) => {
  const terms = site.hours;
  const teamId = call.actor === null ? null : await teamOf(call);
  const [places, taken, booked] = await Promise.all([
    placesWhere(call.now, sql`p.site_id = ${site.siteId}`).execute(call.db),
    onDay(site.siteId, day).execute(call.db),
    teamId === null ? [] : bookedBy(call, teamId, terms),
  ]);
  const slotsOf = (placeId: number) =>
    Array.from({ length: terms.closesAt - terms.opensAt }, (_, i) => {
      const from = terms.opensAt + i;
      const slot = hoursOn(day, from, from + 1);
      const by = taken.rows.find(
        (one) => one.placeId === placeId && timesOf(one).from < slot.to && slot.from < timesOf(one).to,
      );
      const stands = by ? (by.teamId === teamId ? 'yours' : 'taken') : slot.from <= call.now ? 'past' : 'free';
      return { from, stands, bound: !cancelsFree(slot, call.now, terms) } as const;
    });
  return {
    ...siteHead(site),
    day,
    opensAt: terms.opensAt,
    closesAt: terms.closesAt,
    aheadDays: terms.aheadDays,
    rulesZh: rulesZhOf(terms),
    places: places.rows
      .filter((place) => isHourly(place) && place.shut === null)
      .map(({ placeId, code, type, detailZh }) => ({
        placeId,
        code,
        typeZh: placeTypes[type].zh,
        detailZh,
        slots: slotsOf(placeId),
      })),
    ...(teamId === null
      ? {
          weekLeft: null,
          closedZh: call.actor === null ? '登录后可以预约' : '参赛项目审核通过或已入驻基地的，可以预约',
        }
      : leftTo(booked, day, call.now, terms)),
    mine: booked.filter(({ endsAt }) => endsAt > call.now).map((one) => bookingView(one, call.now)),
  };
});

/** A site's bookings of a day, with whoever booked. */
export const bookings = procedure(incubationContract.bookings, siteOf, async (call, { day }, { siteId }) => {
  const { rows } = await onDay(siteId, day).execute(call.db);
  return {
    items: rows.map((one) => {
      const { bookingId, placeZh, zh } = bookingView(one, call.now);
      return {
        bookingId,
        placeZh,
        zh,
        nameZh: one.nameZh,
        noShow: one.noShowAt !== null,
        over: one.endsAt <= call.now,
      };
    }),
  };
});
