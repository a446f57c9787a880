import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { isAmong } from '../../platform/grants';

export type QueueChoices = {
  contests: Array<{ contestId: string; regionZh: string }>;
  /** Region id to name, of the same contests. */
  regions: Record<string, string>;
  tracks: Array<{ code: string; zh: string }>;
  /** Group code to its name in the edition, also of groups that it has no more. */
  groups: Record<string, string>;
};

/** What a queue is about, and what its filters offer. `regionId` null: all of the edition's contests that one serves. */
export type QueueSubject = { regionId: string | null; editionId: string; choices: QueueChoices };

type Row = {
  editionId: string;
  regionId: string | null;
  contests: Array<{ contestId: string; regionId: string; regionZh: string }>;
  tracks: QueueChoices['tracks'];
  groups: Array<{ code: string; zh: string }>;
};

/**
 * The contest that is asked for, or the current edition as a whole, with the contests that the reader serves and the tracks
 * that those run, in one query. null: there is no such contest.
 */
export async function readQueueSubject(
  db: Db,
  contestId: string | null,
  regionIds: readonly string[] | 'all',
): Promise<QueueSubject | null> {
  const served = isAmong(regionIds, sql`c.region_id`);
  const edition =
    contestId === null
      ? sql`d.status = 'current'`
      : sql`d.id = (select o.edition_id from contest o where o.id = ${contestId})`;
  const { rows } = await sql<Row>`
    select d.id as "editionId", (select o.region_id from contest o where o.id = ${contestId}) as "regionId",
      coalesce((select json_agg(json_build_object('contestId', c.id, 'regionId', r.id, 'regionZh', r.name_zh) order by r.sort)
        from contest c join region r on r.id = c.region_id where c.edition_id = d.id and ${served}), '[]') as contests,
      coalesce((select json_agg(json_build_object('code', t.code, 'zh', t.zh) order by t.kind, t.code)
        from track t where t.edition_id = d.id and t.code in (
          select ct.track_code from contest_track ct join contest c on c.id = ct.contest_id
          where ${contestId === null ? sql`c.edition_id = d.id and ${served}` : sql`c.id = ${contestId}`})), '[]') as tracks,
      (select json_agg(g order by b.n) from blueprint_version b, jsonb_array_elements(b.blueprint -> 'groups') g
        where b.edition_id = d.id) as groups
    from edition d where ${edition}`.execute(db);
  const found = rows[0];
  if (!found) return null;
  return {
    regionId: found.regionId,
    editionId: found.editionId,
    choices: {
      contests: found.contests.map(({ contestId: id, regionZh }) => ({ contestId: id, regionZh })),
      regions: Object.fromEntries(found.contests.map(({ regionId, regionZh }) => [regionId, regionZh])),
      tracks: found.tracks,
      groups: Object.fromEntries(found.groups.map(({ code, zh }) => [code, zh])),
    },
  };
}
