import { type Role, roleZh } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { peopleContract } from '@shared/people/contract';
import { mayRevoke } from '@shared/people/grants/giving';
import { sql } from 'kysely';
import { grantOf, isLive, type ScopeColumns } from '../../platform/grants';
import { keysetPage } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { noSubject, procedure } from '../../rpc/procedure';
import { readerOf } from './reader';
import { inSight } from './sight';

type Row = ScopeColumns & {
  id: string;
  person_id: string;
  role: string;
  given_by: string | null;
  given_at: number;
  ends_at: number | null;
  holder: string;
  giver: string | null;
  place: string | null;
  note: string | null;
};

/** Who holds what, who gave it and until when, the newest first; by role, by region, by a part of the name or of the code's note. */
export const grants = procedure(peopleContract.grants, noSubject, async (call, input) => {
  const reader = readerOf(call);
  const { role = null, regionId = null, q } = input;
  const { rows, next } = await keysetPage<Row>(call, {
    filter: { list: 'grants', reader: reader.personId, role, regionId, q },
    cursor: input.cursor,
    sort: (row) => row.given_at,
    fits: Number.isSafeInteger,
    read: async (place, limit) => {
      const beyond =
        place === null ? sql`true` : sql`(g.given_at, g.id) < (${at(Number(place.value))}, ${place.id}::uuid)`;
      const { rows } = await sql<Row>`select g.id, g.person_id, g.role, g.scope_kind, g.region_id, g.organisation_id,
          g.given_by, g.given_at, g.ends_at, p.display_name as holder, giver.display_name as giver,
          coalesce(r.name_zh, o.name_zh) as place, c.note
        from role_grant g join person p on p.id = g.person_id left join person giver on giver.id = g.given_by
        left join region r on r.id = g.region_id left join organisation o on o.id = g.organisation_id
        left join grant_code c on c.id = g.code_id
        where ${isLive(call.now)} and ${inSight(reader)} and ${beyond}
          and (${role}::text is null or g.role = ${role}) and (${regionId}::text is null or g.region_id = ${regionId})
          and (${q} = '' or strpos(lower(p.display_name), lower(${q})) > 0 or strpos(lower(c.note), lower(${q})) > 0)
        order by g.given_at desc, g.id desc limit ${limit}`.execute(call.db);
      return rows;
    },
  });
  const items = rows.flatMap((row) => {
    const grant = grantOf(row);
    if (grant === null) return [];
    return {
      grantId: row.id,
      personId: row.person_id,
      nameZh: row.holder,
      ...grant,
      roleZh: roleZh[row.role as Role],
      scopeZh: row.place ?? '全市',
      note: row.note ?? '',
      givenBy: row.giver,
      givenAt: toShanghai(row.given_at),
      endsAt: row.ends_at === null ? null : toShanghai(row.ends_at),
      revocable: mayRevoke(reader, { ...grant, personId: row.person_id, givenBy: row.given_by }),
    };
  });
  return { items, next };
});
