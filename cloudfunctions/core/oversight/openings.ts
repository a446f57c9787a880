import { endOfDayExclusive, startOfDay, toShanghai } from '@shared/kernel/shanghai';
import { oversightContract } from '@shared/oversight/contract';
import { sql } from 'kysely';
import { keysetPage } from '../platform/keyset-page';
import { at } from '../platform/schema';
import { noSubject, procedure } from '../rpc/procedure';
import { openingRows, tellOpenings } from './opening-rows';

/** Who opened which sealed value or file, when and for what (conventions, Who), the newest first; of one person, one day, or all. */
export const openings = procedure(oversightContract.openings, noSubject, async (call, input) => {
  const { personId = null, day = null } = input;
  const { rows, next } = await keysetPage(call, {
    filter: { list: 'openings', personId, day },
    cursor: input.cursor,
    read: async (place, limit) => {
      const where = [
        personId === null ? null : sql`o.person_id = ${personId}`,
        day === null ? null : sql`o.at >= ${at(startOfDay(day))} and o.at < ${at(endOfDayExclusive(day))}`,
        place === null ? null : sql`(o.at, o.id) < (${at(Number(place.value))}, ${place.id}::uuid)`,
      ].filter((one) => one !== null);
      const which = where.length === 0 ? sql`true` : sql.join(where, sql` and `);
      return (await openingRows({ sealed: which, files: which }, limit).execute(call.db)).rows;
    },
    sort: (row) => row.at,
    fits: (value) => Number.isSafeInteger(value),
  });
  const told = await tellOpenings(call.db, rows);
  return {
    items: told.map(({ id, at: when, personId: who, whoZh, officeZh, whatZh, whyZh }) => ({
      id,
      at: toShanghai(when),
      personId: who,
      whoZh,
      officeZh,
      whatZh,
      whyZh,
    })),
    next,
  };
});
