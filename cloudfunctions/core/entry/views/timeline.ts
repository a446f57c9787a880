import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryCommand } from '@shared/entry/states';
import type { Side } from '@shared/kernel/define-lifecycle';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { openingsOf } from '../../platform/sealed-openings';
import type { Call } from '../../rpc/call';

export type TimelineItem = { zh: string; at: string; byZh: string; reason: string | null };

/** What the team reads of a move; what is silent to them is left out. */
const publicZh: Partial<Record<EntryCommand, string>> = {
  submit: '提交报名',
  resubmit: '提交补正',
  recall: '撤回修改',
  withdraw: '退赛',
  claim: '开始审核',
  return: '退回补正',
  approve: '审核通过',
  reject: '审核未通过',
  transfer: '转其他县（市、区）审核',
  reopen: '重新审核',
  expire: '逾期未补正，报名已失效',
  recordAward: '获奖',
  recordNoAward: '未获奖',
};

/** A move in its reader's words; undefined: this reader is not told of it. */
export const moveZh = (move: EntryCommand, side: Side): string | undefined =>
  side === 'staff' ? entryLifecycle.moves[move].label : publicZh[move];

/** Reasons that are written for the team. */
const toldReasons: readonly EntryCommand[] = ['withdraw', 'reject', 'transfer', 'reopen'];

/**
 * What happened to an entry, oldest first. Staff read names; nobody else is told more than the office that acted.
 */
export async function readTimeline(call: Call, entryId: string, side: Side): Promise<TimelineItem[]> {
  const entry = await call.db
    .selectFrom('entry as e')
    .innerJoin('person as p', 'p.id', 'e.leader_id')
    .select(['e.started_at', 'e.leader_id', 'p.display_name'])
    .where('e.id', '=', entryId)
    .executeTakeFirst();
  if (!entry) return [];
  const moves = await call.db
    .selectFrom('move as m')
    .innerJoin('entry as e', 'e.id', 'm.subject_id')
    .leftJoin('person as p', 'p.id', 'm.by_person')
    // A move is made where the entry stood then; rows of before the region was kept fall back to where it stands now.
    .leftJoin('region as r', (join) => join.on(sql<boolean>`r.id = coalesce(m.details ->> 'regionId', e.region_id)`))
    .select(['m.move', 'm.at', 'm.reason', 'm.by_person', 'p.display_name', 'r.name_zh'])
    .where('m.subject_id', '=', entryId)
    .orderBy('m.n')
    .execute();
  const staff = side === 'staff';
  const openings = staff ? [] : await readOpenings(call, entryId);
  const begun = { zh: '开始填写', at: toShanghai(entry.started_at), byZh: staff ? entry.display_name : '项目负责人' };
  const told = [
    { ...begun, reason: null },
    ...moves.flatMap((m) => {
      const command = m.move as EntryCommand;
      const zh = moveZh(command, side);
      if (zh === undefined) return [];
      const office = m.by_person === entry.leader_id ? '项目负责人' : `${m.name_zh ?? ''}审核人员`;
      return {
        zh,
        at: toShanghai(m.at),
        byZh: m.by_person === null ? '系统' : staff ? (m.display_name ?? '') : office,
        reason: staff || toldReasons.includes(command) ? m.reason : null,
      };
    }),
  ];
  return openings.length === 0 ? told : [...told, ...openings].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Who opened which sealed value of the entry when, for its owner: an office, never a name. */
async function readOpenings(call: Call, entryId: string): Promise<TimelineItem[]> {
  const { rows } = await sql<{ field: string; at: number; regionZh: string | null; memberZh: string | null }>`
    select o.field, o.at, r.name_zh as "regionZh", m.name as "memberZh"
    from ${openingsOf(`entry:${entryId}`)} o left join region r on r.id = o.region_id
      left join entry_member m on o.field = 'member.' || m.id || '.phone' and m.entry_id = ${entryId}::uuid
    order by o.at, o.id`.execute(call.db);
  return rows.map(({ field, at, regionZh, memberZh }) => ({
    zh: `查看${memberZh === null ? (openedZh[field] ?? '个人信息') : `${memberZh}的手机号`}`,
    at: toShanghai(at),
    byZh: `${regionZh ?? ''}审核人员`,
    reason: null,
  }));
}

const openedZh: Readonly<Record<string, string>> = {
  'leader.idNumber': '负责人身份证号',
  'leader.phone': '负责人手机号',
  'leader.paper': '负责人证件照片',
};
