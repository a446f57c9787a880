import { awardLifecycle } from '@shared/awards/award/lifecycle';
import type { AwardState } from '@shared/awards/award/states';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { standingOf } from '@shared/cases/standing';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { editionById } from '../../competition/queries';
import { keysetPage } from '../../platform/keyset-page';
import { noSubject, procedure } from '../../rpc/procedure';
import { zhOf } from '../queries';

type Row = {
  id: string;
  version: number;
  state: AwardState;
  changedAt: number;
  entryId: string;
  reference: string;
  title: string;
  regionId: string;
  regionZh: string;
  trackZh: string;
  level: string;
  reason: string | null;
};

/** Awards of an edition that were given, the newest first; those that were cancelled stay with their reason. */
export const givenAwards = procedure(awardsContract.givenAwards, noSubject, async (call, { editionId, cursor }) => {
  const edition = await editionById(call.db, editionId);
  const ladder = ladderOf(edition?.blueprint ?? {});
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'givenAwards', editionId },
    cursor,
    sort: () => null,
    fits: (value) => value === null,
    read: async (after, limit) => {
      const found = await sql<Row>`select a.id, a.version, a.state, a.changed_at as "changedAt", e.id as "entryId",
          coalesce(e.reference, '') as reference, e.title, e.region_id as "regionId", r.name_zh as "regionZh",
          t.zh as "trackZh", a.level,
          (select m.reason from move m where m.subject_id = a.id order by m.n desc limit 1) as reason
        from award a join entry e on e.id = a.entry_id join region r on r.id = e.region_id
          join track t on t.edition_id = e.edition_id and t.code = e.track_code
        where a.edition_id = ${editionId} ${after ? sql`and a.id < ${after.id}::uuid` : sql``}
        order by a.id desc limit ${limit}`.execute(call.db);
      return found.rows;
    },
  });
  return {
    items: rows.map(({ id, changedAt, level, state, regionId, ...row }) => ({
      awardId: id,
      ...row,
      awardZh: zhOf(ladder, level),
      ...standingOf(awardLifecycle, state, 'staff'),
      changedAt: toShanghai(changedAt),
      moves: awardLifecycle
        .movesFor({ awardId: id, entryId: row.entryId, regionId, state, version: row.version }, call.actor, call.now)
        .filter(({ move }) => move === 'cancel'),
    })),
    next,
  };
});
