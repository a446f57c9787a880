import { type Role, roleZh } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { mayGive } from '@shared/people/grants/giving';
import { sql } from 'kysely';
import { grantOf } from '../../platform/grants';
import { keysetPage } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { noSubject, procedure } from '../../rpc/procedure';
import { type CodeRow, isUsable } from './code-rows';
import { readerOf } from './reader';
import { inSight } from './sight';

type Row = CodeRow & { maker: string | null; place: string | null };

/** The codes by which somebody may still come, the newest first. */
export const grantCodes = procedure(peopleContract.grantCodes, noSubject, async (call, { cursor }) => {
  const reader = readerOf(call);
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'grantCodes', reader: reader.personId },
    cursor,
    sort: (row) => row.made_at,
    fits: Number.isSafeInteger,
    read: async (place, limit) => {
      const beyond =
        place === null ? sql`true` : sql`(g.made_at, g.id) < (${at(Number(place.value))}, ${place.id}::uuid)`;
      const { rows } = await sql<Row>`select g.*, p.display_name as maker, coalesce(r.name_zh, o.name_zh) as place
        from grant_code g left join person p on p.id = g.made_by left join region r on r.id = g.region_id
        left join organisation o on o.id = g.organisation_id
        where ${isUsable(call.now)} and ${inSight(reader)} and ${beyond}
        order by g.made_at desc, g.id desc limit ${limit}`.execute(call.db);
      return rows;
    },
  });
  const items = rows.flatMap((row) => {
    const grant = grantOf(row);
    if (grant === null) return [];
    return {
      codeId: row.id,
      ...grant,
      roleZh: roleZh[row.role as Role],
      scopeZh: row.place ?? '全市',
      note: row.note,
      uses: row.uses,
      used: row.used,
      madeBy: row.maker ?? '服务器管理命令',
      madeAt: toShanghai(row.made_at),
      expiresAt: toShanghai(row.expires_at),
      endsAt: row.grant_ends_at === null ? null : toShanghai(row.grant_ends_at),
      voidable: mayGive(reader, grant),
    };
  });
  return { items, next };
});
