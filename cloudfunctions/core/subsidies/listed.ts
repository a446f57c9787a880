import { maskName } from '@shared/awards/award-claim/mask-name';
import { publicName } from '@shared/benefits/kinds/subsidy';
import { itemOf } from '@shared/benefits/kinds/subsidy/items';
import { subsidiesContract } from '@shared/subsidies/contract';
import { sql } from 'kysely';
import { keysetPage } from '../platform/keyset-page';
import { noSubject, procedure } from '../rpc/procedure';

type Row = { id: string; policy: string; nameZh: string; open: boolean; regionZh: string; untilOn: string };

/** What is on the public list now, the first to end first. */
export const listed = procedure(subsidiesContract.listed, noSubject, async (call, { cursor }) => {
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'subsidies/listed' },
    cursor,
    sort: ({ untilOn }) => untilOn,
    fits: (value) => typeof value === 'string',
    read: async (place, limit) =>
      (
        await sql<Row>`select f.id, f.policy, f.name_zh as "nameZh", r.name_zh as "regionZh", f.due_on as "untilOn",
            exists (select from consent c where c.subject_id = f.id and c.kind = f.kind || ${publicName('')} and c.withdrawn_at is null) as open
          from (select a.id, a.kind, a.region_id, a.due_on, s.policy, s.name_zh
            from application a join subsidy s on s.application_id = a.id
            where a.state = 'listed' and ${place === null ? sql`true` : sql`(a.due_on, a.id) > (${String(place.value)}::date, ${place.id}::uuid)`}
            order by a.due_on, a.id limit ${sql.lit(limit)}) f join region r on r.id = f.region_id order by f.due_on, f.id`.execute(
          call.db,
        )
      ).rows,
  });
  return {
    items: rows.map(({ id, policy, nameZh, open, regionZh, untilOn }) => ({
      listingId: id,
      nameZh: open ? nameZh : maskName(nameZh),
      itemZh: itemOf(policy)?.zh ?? '',
      regionZh,
      untilOn,
    })),
    next,
  };
});
