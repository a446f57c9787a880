import { hoursOn } from '@shared/incubation/hours';
import { addDays, shanghaiDate } from '@shared/kernel/shanghai';
import type { Insertable } from 'kysely';
import { at, type Database } from '../../platform/schema';
import { insertAll } from '../files/insert-files';
import type { PlayedFile } from '../files/play-file';
import { personaId } from '../personas';
import type { Player } from '../player';
import { sites } from './sites';

const hour = 3_600_000;
/** From so many days ago to so many ahead. */
const [back, ahead] = [6, 6];

/** Hours in the studios and with the kits of the second site, for tenants of the first: some over, to two of which one team did not come, some to come, one given back. */
export async function bookHours(
  { home }: Player,
  tenants: readonly PlayedFile[],
  now: number,
  newId: (ms: number) => string,
): Promise<void> {
  const { db } = home;
  const today = shanghaiDate(now);
  const places = await db
    .selectFrom('place')
    .select(['id', 'code'])
    .where('site_id', '=', sites[1].id)
    .orderBy('code')
    .execute();
  let n = 0;
  const bookings = Array.from({ length: back + ahead }, (_, i) => addDays(today, i - back)).flatMap((day, i) =>
    places.flatMap(({ id }, p): Array<Insertable<Database['place_booking']>> => {
      if ((i + p) % 2 === 1) return [];
      const team = tenants[n % tenants.length];
      n += 1;
      if (!team) return [];
      const from = 9 + ((i + p) % 4) * 3;
      const wanted = hoursOn(day, from, from + 2);
      const missed = (i === 1 && p === 1) || (i === 3 && p === 1);
      const cancelled = wanted.from > now + 30 * hour && i === back + 3 && p === 1;
      return [
        {
          id: newId(wanted.from - 72 * hour),
          place_id: id,
          team_id: team.applicationId,
          person_id: team.personId,
          starts_at: at(wanted.from),
          ends_at: at(wanted.to),
          made_at: at(Math.min(now - hour, wanted.from - 72 * hour)),
          cancelled_at: cancelled ? at(now - hour / 2) : null,
          no_show_at: missed ? at(wanted.to + hour) : null,
          marked_by: missed ? personaId('incubator-1') : null,
        },
      ];
    }),
  );
  await insertAll(db, 'place_booking', bookings);
}
