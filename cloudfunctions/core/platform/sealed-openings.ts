import { shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { type Call, me } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { emit } from './outbox';
import { at } from './schema';

/** Openings of sealed values by one person: so many a day, and at so many in ten minutes the city is told (conventions, Numbers decided). */
export const openingsADay = 60;
const alarmAt = 15;
const alarmSpanMs = 10 * 60_000;

export type Opening = {
  /** As in the audit: `entry:<id>`, `feedback:<id>`. */
  subject: string;
  field: string;
  /** In whose name it is opened; null: the city's. */
  regionId: string | null;
};

/** When which field of a subject was opened in whose name, as a table for a statement's `from`: `field`, `at`, `region_id`, `id`. */
export const openingsOf = (subject: string): RawBuilder<unknown> =>
  sql`(select o.field, o.at, o.region_id, o.id from sealed_opening o where o.subject = ${subject})`;

/**
 * Writes down that the caller opens a sealed value, for its owner to see, and counts it. Two openings of one person wait for each
 * other, so that no number is passed by haste.
 * Throws Refused PEOPLE_OPENINGS_SPENT after 60 on one day in Shanghai; then nothing is opened.
 */
export async function countOpening(call: Call, { subject, field, regionId }: Opening): Promise<void> {
  const personId = me(call);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`openings:${personId}`}, 0))`.execute(call.db);
  const { rows } = await sql<{ today: number; lately: number; personZh: string; regionZh: string }>`
    select (select p.display_name from person p where p.id = ${personId}) as "personZh",
      coalesce((select r.name_zh from region r where r.id = ${regionId}), '') as "regionZh",
      count(*) filter (where o.at >= ${at(startOfDay(shanghaiDate(call.now)))})::int as today,
      count(*) filter (where o.at > ${at(call.now - alarmSpanMs)})::int as lately
    from sealed_opening o where o.person_id = ${personId} and o.at > ${at(call.now - 86_400_000)}
      and o.at <= ${at(call.now)}`.execute(call.db);
  const { today, lately, ...names } = rows[0] ?? { today: 0, lately: 0, personZh: '', regionZh: '' };
  if (today >= openingsADay) throw new Refused('PEOPLE_OPENINGS_SPENT');
  await call.db
    .insertInto('sealed_opening')
    .values({ id: call.newId(), subject, field, person_id: personId, region_id: regionId, at: at(call.now) })
    .execute();
  // Once as the number is reached, and again for every further fifteen of a burst that goes on.
  if ((lately + 1) % alarmAt === 0) {
    await emit(call, 'openings.alarm', `person:${personId}`, { personId, ...names });
    call.raised.push('openings.alarm');
  }
}
