import { entryContract } from '@shared/entry/contract';
import { mayLetIn } from '@shared/entry/late/who';
import { hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { isAmong } from '../../platform/grants';
import { keysetPage } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { noSubject, procedure } from '../../rpc/procedure';
import type { LateCode } from './code-rows';

type Row = Pick<
  LateCode,
  'id' | 'regionId' | 'regionZh' | 'leadsMay' | 'reason' | 'uses' | 'used' | 'madeAt' | 'endsAt' | 'voidedAt'
> & {
  trackZh: string | null;
  submitted: number;
  maker: string;
};

/** Every late code with its reason and what came of it, the newest first. */
export const lateCodes = procedure(entryContract.lateCodes, noSubject, async (call, { cursor }) => {
  const { actor } = call;
  if (actor === null) throw new Error('The list of late codes was opened to visitors.');
  const sight =
    hasRoleAnywhere(actor, 'cityStaff') || hasRoleAnywhere(actor, 'auditor')
      ? sql`true`
      : isAmong(regionsOf(actor, 'regionLead'), sql`c.region_id`);
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'lateCodes', reader: actor.personId },
    cursor,
    sort: (row) => row.madeAt,
    fits: Number.isSafeInteger,
    read: async (place, limit) => {
      const beyond =
        place === null ? sql`true` : sql`(l.made_at, l.id) < (${at(Number(place.value))}, ${place.id}::uuid)`;
      const { rows } = await sql<Row>`
        select l.id, c.region_id as "regionId", r.name_zh as "regionZh", t.zh as "trackZh", l.reason, l.uses, l.used,
          l.made_at as "madeAt", l.ends_at as "endsAt", l.voided_at as "voidedAt", p.display_name as maker,
          coalesce(d.blueprint ->> 'lateCodes', 'city') = 'leads' as "leadsMay",
          (select count(*)::int from late_use u join entry e on e.id = u.entry_id
            where u.code_id = l.id and e.reference is not null) as submitted
        from late_code l join contest c on c.id = l.contest_id join region r on r.id = c.region_id
          join edition d on d.id = c.edition_id join person p on p.id = l.made_by
          left join track t on t.edition_id = c.edition_id and t.code = l.track_code
        where ${sight} and ${beyond} order by l.made_at desc, l.id desc limit ${limit}`.execute(call.db);
      return rows;
    },
  });
  const items = rows.map((row) => ({
    codeId: row.id,
    regionZh: row.regionZh,
    trackZh: row.trackZh,
    reason: row.reason,
    uses: row.uses,
    used: row.used,
    submitted: row.submitted,
    madeBy: row.maker,
    madeAt: toShanghai(row.madeAt),
    endsAt: toShanghai(row.endsAt),
    standZh: standOf(row, call.now),
    voidable: row.voidedAt === null && mayLetIn(actor, row),
  }));
  return { items, next };
});

function standOf({ voidedAt, endsAt, used, uses }: Row, now: number) {
  if (voidedAt !== null) return '已作废' as const;
  if (endsAt <= now) return '已过期' as const;
  return used >= uses ? ('已用完' as const) : ('可用' as const);
}
