import { hoursIn, pausedUntil, rememberedMs, weekOf } from '@shared/incubation/hours';
import type { HourTerms } from '@shared/incubation/terms';
import { formatDateZh, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { standsOf } from '../../awards/queries';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { hasIt } from '../sites/rows';
import { type Booking, bookingsWhere, timesOf } from './booking-rows';

/** For whom somebody books: their entry that took part, else the application by which they have a place; null: for nobody. */
export async function teamOf(call: Call): Promise<string | null> {
  const [best] = await standsOf(call.db, me(call));
  if (best) return best.entryId;
  const { rows } = await sql<{ id: string }>`select t.application_id as id from tenancy t
    where t.person_id = ${me(call)} and t.kind = 'agreement' and ${hasIt(call.now)} order by t.starts_at limit 1`.execute(
    call.db,
  );
  return rows[0]?.id ?? null;
}

/** What a team has booked and missed, as far back as its rules remember. */
export async function bookedBy(call: Call, teamId: string, terms: HourTerms): Promise<Booking[]> {
  const since = Math.min(call.now - rememberedMs(terms), startOfDay(weekOf(shanghaiDate(call.now))));
  return (await bookingsWhere(sql`b.team_id = ${teamId} and b.starts_at >= ${at(since)}`).execute(call.db)).rows;
}

export const noShowsIn = (booked: readonly Booking[]): number[] =>
  booked.flatMap(({ noShowAt, startsAt }) => (noShowAt === null ? [] : [startsAt]));

/** How many hours of a day's week are left to a team, and why it may not book at all. */
export function leftTo(booked: readonly Booking[], day: string, now: number, terms: HourTerms) {
  const until = pausedUntil(noShowsIn(booked), now, terms);
  const had = hoursIn(weekOf(day), booked.map(timesOf));
  return {
    weekLeft: Math.max(0, terms.weekHours - had),
    closedZh:
      until === null
        ? null
        : `${terms.noShowDays} 天内有 ${terms.noShows} 次预约没有到场，${formatDateZh(shanghaiDate(until), now)}起可以再预约`,
  };
}
