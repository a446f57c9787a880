import { incubationContract } from '@shared/incubation/contract';
import { sql } from 'kysely';
import { keysetPage, unseen } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { procedure } from '../../rpc/procedure';
import { siteOf } from '../sites/rows';
import { inLineView, type Waiting, waitingWhere } from './line-rows';

/** Rank and instant of a row, as one value that sorts as they do. */
const placeOf = ({ rank, joinedAt }: Waiting): string => `${rank}:${joinedAt}`;

/** Who waits for a type of place at a site, in turn. */
export const line = procedure(incubationContract.line, siteOf, async (call, { type, cursor }, { siteId }) => {
  const { rows, next } = await keysetPage<Waiting>(call, {
    filter: { list: 'incubation/line', siteId, type },
    cursor,
    sort: placeOf,
    fits: (value) => typeof value === 'string' && /^\d{1,9}:\d{1,15}$/.test(value),
    async read(place, limit) {
      const [rank, joinedAt] = String(place?.value ?? '')
        .split(':')
        .map(Number);
      const beyond =
        place === null
          ? sql`true`
          : sql`(w.rank, w.joined_at, w.application_id) > (${unseen(sql`${rank}::int`)},
            ${unseen(sql`${at(joinedAt ?? 0)}::timestamptz`)}, ${unseen(sql`${place.id}::uuid`)})`;
      const found = await waitingWhere(
        sql`w.site_id = ${unseen(sql`${siteId}::uuid`)} and w.type = ${unseen(sql`${type}::text`)} and ${beyond}`,
        limit,
      ).execute(call.db);
      return found.rows;
    },
  });
  return { items: rows.map(inLineView), next };
});
