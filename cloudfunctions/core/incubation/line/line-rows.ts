import { type PlaceType, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { rankZh } from '@shared/incubation/waitlist';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Somebody who waits, as the site reads them. */
export type Waiting = {
  id: string;
  type: PlaceType;
  rank: number;
  rankZh: string | null;
  joinedAt: number;
  nameZh: string | null;
};

/** How an applicant is called in what they handed in last. */
export const nameOf = (applicationId: RawBuilder<unknown>) =>
  sql`(select l ->> 'value' from snapshot s, jsonb_array_elements(s.data -> 'parts') p, jsonb_array_elements(p -> 'lines') l
      where s.subject_id = ${applicationId} and p ->> 'section' = 'person' and l ->> 'field' = 'name' order by s.n desc limit 1)`;

/** Who waits (`place_wish w`), first in line first. */
export const waitingWhere = (where: RawBuilder<unknown>, limit: number) =>
  sql<Waiting>`select w.application_id as id, w.type, w.rank, a.details ->> 'rankZh' as "rankZh", w.joined_at as "joinedAt",
    ${nameOf(sql`w.application_id`)} as "nameZh"
    from place_wish w join application a on a.id = w.application_id
    where w.waiting and ${where} order by w.rank, w.joined_at, w.application_id limit ${sql.lit(limit)}`;

export const inLineView = ({ id, type, rank, rankZh: wonZh, joinedAt, nameZh }: Waiting) => ({
  applicationId: id,
  typeZh: placeTypes[type].zh,
  rank,
  rankZh: wonZh ?? rankZh[rank] ?? '',
  joinedOn: shanghaiDate(joinedAt),
  nameZh: nameZh ?? '',
});

type Before = { rank: number; count: number; later: number };

/** Who stands before somebody in line, by rank, and how many of them applied later. */
export async function standingBefore(db: Db, applicationId: string): Promise<Before[]> {
  const { rows } =
    await sql<Before>`select b.rank, count(*)::int as count, (count(*) filter (where b.joined_at > w.joined_at))::int as later
    from place_wish w join place_wish b on b.waiting and b.site_id = w.site_id and b.type = w.type
      and (b.rank, b.joined_at, b.application_id) < (w.rank, w.joined_at, w.application_id)
    where w.application_id = ${applicationId} and w.waiting group by b.rank order by b.rank`.execute(db);
  return rows;
}
