import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import type { AwardClaimState } from '@shared/awards/award-claim/states';
import { mayPlace } from '@shared/awards/award-claim/who';
import { awardsContract } from '@shared/awards/contract';
import { ladderOf } from '@shared/awards/ladder';
import { standingOf } from '@shared/cases/standing';
import type { Blueprint } from '@shared/competition/blueprint';
import { regionsServed } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { isAmong } from '../../platform/grants';
import { keysetPage } from '../../platform/keyset-page';
import { noSubject, procedure } from '../../rpc/procedure';
import { awardZhOf, claimable, liveClaim } from './award-rows';
import { isUsable } from './claim-codes';

type Row = {
  id: string;
  entryId: string;
  title: string;
  regionId: string;
  regionZh: string;
  year: number;
  level: string;
  awards: Blueprint['awards'] | null;
  claimId: string | null;
  state: AwardClaimState | null;
  nameMasked: string | null;
  codeUntil: number | null;
  place: string;
};

/** The awards that may be claimed in the regions that the reader serves: the newest edition first, then by region and level. */
export const pastAwards = procedure(awardsContract.pastAwards, noSubject, async (call, { open, cursor }) => {
  const { actor } = call;
  if (actor === null) throw new Error('The list of past awards was opened to visitors.');
  const regions = regionsServed(actor);
  // One text that sorts as the list does: edition, region, award, then the award's id.
  const level = sql`array_position(array (select w ->> 'code' from jsonb_array_elements(coalesce(d.blueprint -> 'awards',
    ${JSON.stringify(ladderOf({}))}::jsonb)) with ordinality as t(w, n) order by n), a.level)`;
  const sort = sql`lpad((9999 - d.year)::text, 4, '0') || lpad(r.sort::text, 3, '0') || lpad(coalesce(${level}, 99)::text, 2, '0')`;
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'pastAwards', open, reader: actor.personId },
    cursor,
    sort: ({ place }) => place,
    fits: (value) => typeof value === 'string',
    read: async (after, limit) => {
      const { rows } =
        await sql<Row>`select a.id, a.entry_id as "entryId", e.title, e.region_id as "regionId", r.name_zh as "regionZh", d.year, a.level,
          d.blueprint -> 'awards' as awards, c.id as "claimId", c.state, c.name_masked as "nameMasked",
          k.ends_at as "codeUntil", ${sort} as place
        from award a join entry e on e.id = a.entry_id join region r on r.id = e.region_id join edition d on d.id = a.edition_id
          left join award_claim c on c.award_id = a.id and ${liveClaim}
          left join claim_code k on k.award_id = a.id and ${isUsable(call.now)}
        where ${claimable} and ${isAmong(regions, sql`e.region_id`)} ${open ? sql`and a.person_id is null` : sql``}
          ${after ? sql`and (${sort}, a.id) > (${after.value}, ${after.id}::uuid)` : sql``}
        order by ${sort}, a.id limit ${limit}`.execute(call.db);
      return rows;
    },
  });
  const items = rows.map((row) => ({
    awardId: row.id,
    entryId: row.entryId,
    title: row.title,
    regionZh: row.regionZh,
    year: row.year,
    awardZh: awardZhOf(row),
    claim: claimOn(row),
    codeUntil: row.codeUntil === null ? null : toShanghai(row.codeUntil),
    codeable: row.claimId === null && mayPlace(actor, row),
  }));
  return { items, next };
});

function claimOn({ claimId, state, nameMasked }: Row) {
  if (claimId === null || state === null) return null;
  const { stateZh, tone } = standingOf(awardClaimLifecycle, state, 'staff');
  return { claimId, state, stateZh, tone, nameMasked: nameMasked ?? '' };
}
