import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { sql } from 'kysely';
import { editionById } from '../competition/queries';
import { textHeld } from '../people/queries';
import { keysetPage } from '../platform/keyset-page';
import { noSubject, procedure } from '../rpc/procedure';
import { participating, published, zhOf } from './queries';

type Row = {
  id: string;
  title: string;
  regionZh: string;
  trackZh: string;
  award: string;
  synthetic: boolean;
  place: string;
};
type RegionRow = { regionId: string; zh: string; winners: number; participating: number | null };

/** A name that its leader wants shown no more is left out, and one that nobody has judged yet; the award stands. */
const publicTitle = sql`case when e.hidden_at is not null then '（应本人要求不公开名称）'
  when ${textHeld(sql`e.id`, 'project.title')} then '（项目名称核对中）' else e.title end`;

/** How many take part in an edition that still runs is nobody's outside the staff; what was given in it stands as soon as it is confirmed. */
const over = sql`exists (select 1 from edition d where d.id = e.edition_id and d.status = 'past')`;

/** Published results in the regions' order, then by award; titles only, as they were published. */
export const results = procedure(awardsContract.results, noSubject, async (call, { editionId, regionId, cursor }) => {
  const edition = await editionById(call.db, editionId);
  const ladder = edition ? ladderOf(edition.blueprint) : [];
  const codes = ladder.map(({ code }) => code);
  // One text that sorts as the list does: region, award, then the entry's id.
  const sort = sql`lpad(r.sort::text, 3, '0') || lpad(coalesce(array_position(${codes}::text[], a.level), 99)::text, 2, '0')`;
  const page = await keysetPage<Row>(call, {
    filter: { editionId, regionId },
    cursor,
    sort: ({ place }) => place,
    fits: (value) => typeof value === 'string',
    read: async (after, limit) => {
      const { rows } =
        await sql<Row>`select e.id, ${publicTitle} as title, r.name_zh as "regionZh", t.zh as "trackZh", a.level as award, e.synthetic, ${sort} as place
    from award a join entry e on e.id = a.entry_id join region r on r.id = e.region_id join track t on t.edition_id = e.edition_id and t.code = e.track_code
    where a.edition_id = ${editionId} and ${published}
      ${regionId === null ? sql`` : sql`and e.region_id = ${regionId}`}
      ${after ? sql`and (${sort}, e.id) > (${after.value}, ${after.id}::uuid)` : sql``}
    order by ${sort}, e.id limit ${limit}`.execute(call.db);
      return rows;
    },
  });
  const regions = await sql<RegionRow>`select r.id as "regionId", r.name_zh as zh, count(a.id) as winners,
      case when bool_and(${over}) then count(*) filter (where ${participating}) end as participating
    from entry e join region r on r.id = e.region_id left join award a on a.entry_id = e.id and ${published}
    where e.edition_id = ${editionId} and (${over} or a.id is not null) group by r.id order by r.sort`.execute(call.db);
  return {
    items: page.rows.map(({ id, place: _, ...row }) => ({ entryId: id, ...row, awardZh: zhOf(ladder, row.award) })),
    next: page.next,
    total: regions.rows
      .filter((row) => regionId === null || row.regionId === regionId)
      .reduce((sum, row) => sum + row.winners, 0),
    regions: regions.rows,
  };
});
