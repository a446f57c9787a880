import { type MoveRow, type TimelineItem, tellMoves } from '@shared/cases/timeline';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { openedZh } from '@shared/entry/opened-words';
import type { Side } from '@shared/kernel/define-lifecycle';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import { openingsOf } from '../../platform/sealed-openings';
import type { Call } from '../../rpc/call';

/**
 * What happened to an entry, oldest first. Staff read names; nobody else is told more than the office that acted.
 */
export async function readTimeline(call: Call, entryId: string, side: Side): Promise<TimelineItem[]> {
  const entry = await call.db
    .selectFrom('entry as e')
    .innerJoin('person as p', 'p.id', 'e.leader_id')
    .leftJoin('counter_entry as n', 'n.entry_id', 'e.id')
    .leftJoin('person as h', 'h.id', 'n.helper_id')
    .innerJoin('region as r', 'r.id', 'e.region_id')
    .select(['e.started_at', 'e.leader_id', 'p.display_name', 'n.helper_id'])
    .select(['h.display_name as helperZh', 'r.name_zh as regionZh'])
    .where('e.id', '=', entryId)
    .executeTakeFirst();
  if (!entry) return [];
  const staff = side === 'staff';
  const moves = await readMoves(call.db, entryId);
  const openings = staff ? [] : await readOpenings(call, entryId);
  const officeOf = ({ byPerson, regionZh }: MoveRow) =>
    byPerson === entry.leader_id ? '项目负责人' : `${regionZh ?? ''}审核人员`;
  const told = [
    {
      zh: entry.helper_id === null ? '开始填写' : '柜台代填',
      at: toShanghai(entry.started_at),
      byZh: begunBy(entry, staff),
      reason: null,
    },
    ...tellMoves(entryLifecycle, moves, side, officeOf),
  ];
  return openings.length === 0 ? told : [...told, ...openings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

type Begun = { display_name: string; helper_id: string | null; helperZh: string | null; regionZh: string };

/** Who began it: the leader, or who filled it in for them at the counter. Staff read names. */
function begunBy({ display_name, helper_id, helperZh, regionZh }: Begun, staff: boolean): string {
  if (helper_id === null) return staff ? display_name : '项目负责人';
  return staff ? (helperZh ?? '') : `${regionZh}审核人员`;
}

/** Who opened which sealed value of the entry when, for its owner: an office, never a name. */
async function readOpenings(call: Call, entryId: string): Promise<TimelineItem[]> {
  const { rows } = await sql<{ field: string; at: number; regionZh: string | null; memberZh: string | null }>`
    select o.field, o.at, r.name_zh as "regionZh", m.name as "memberZh"
    from ${openingsOf(`entry:${entryId}`)} o left join region r on r.id = o.region_id
      left join entry_member m on o.field = 'member.' || m.id || '.phone' and m.entry_id = ${entryId}::uuid
    order by o.at, o.id`.execute(call.db);
  return rows.map(({ field, at, regionZh, memberZh }) => ({
    zh: `查看${openedZh(field, memberZh)}`,
    at: toShanghai(at),
    byZh: `${regionZh ?? ''}审核人员`,
    reason: null,
  }));
}
