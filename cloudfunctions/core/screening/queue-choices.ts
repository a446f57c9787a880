import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { contestsIn, type QueueScope } from './queue-filter';

export type QueueChoices = {
  contests: Array<{ contestId: string; regionZh: string }>;
  /** Region id to name, of the same contests. */
  regions: Record<string, string>;
  tracks: Array<{ code: string; zh: string }>;
  /** Group code to its name in the edition. */
  groups: Record<string, string>;
};

type Row = {
  contests: Array<{ contestId: string; regionId: string; regionZh: string }>;
  tracks: QueueChoices['tracks'];
  groups: Array<{ code: string; zh: string }>;
};

/** What a queue's filters offer: the contests that the reader serves, and the tracks that those run. */
export async function readQueueChoices(db: Db, scope: QueueScope): Promise<QueueChoices> {
  const served = contestsIn({ ...scope, contestId: null });
  const { rows } = await sql<Row>`
    select
      coalesce((select json_agg(json_build_object('contestId', c.id, 'regionId', r.id, 'regionZh', r.name_zh) order by r.sort)
        from contest c join region r on r.id = c.region_id where ${served}), '[]') as contests,
      coalesce((select json_agg(json_build_object('code', t.code, 'zh', t.zh) order by t.kind, t.code)
        from track t where t.edition_id = d.id and t.code in (
          select ct.track_code from contest_track ct join contest c on c.id = ct.contest_id
          where ${contestsIn(scope)})), '[]') as tracks,
      d.blueprint -> 'groups' as groups
    from edition d where d.id = ${scope.editionId}`.execute(db);
  const found = rows[0];
  if (!found) throw new Error(`The edition ${scope.editionId} of a queue is gone.`);
  return {
    contests: found.contests.map(({ contestId, regionZh }) => ({ contestId, regionZh })),
    regions: Object.fromEntries(found.contests.map(({ regionId, regionZh }) => [regionId, regionZh])),
    tracks: found.tracks,
    groups: Object.fromEntries(found.groups.map(({ code, zh }) => [code, zh])),
  };
}
