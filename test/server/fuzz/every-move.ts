import type { AnyLifecycle } from '@shared/kernel/define-lifecycle';
import { areas } from '../../../cloudfunctions/core/areas';
import { lifecyclesOf } from '../../../cloudfunctions/core/line/area';
import { announcementText } from '../../support/announcements';

/** The nouns whose every move is tried from wherever one of them stands. */
export type TriedNoun = 'entry' | 'decision' | 'announcement' | 'policy_draft';

export type TriedMove = {
  noun: TriedNoun;
  move: string;
  path: string;
  kind: 'leader' | 'staffHere' | 'leadHere' | 'city';
  /** What it is told besides the case and its version. */
  more: Record<string, unknown>;
};

const own = (move: string, more = {}): TriedMove => ({
  noun: 'entry',
  move,
  path: `entry/${move}`,
  kind: 'leader',
  more,
});
const staffs = (move: string, kind: TriedMove['kind'], more = {}): TriedMove => ({
  noun: 'entry',
  move,
  path: `screening/${move}`,
  kind,
  more,
});
const deciding = (move: string, name: string, kind: TriedMove['kind'], more = {}): TriedMove => ({
  noun: 'decision',
  move,
  path: `screening/${name}`,
  kind,
  more,
});
const announcing = (move: string, more = {}): TriedMove => ({
  noun: 'announcement',
  move,
  path: `competition/${move}Announcement`,
  kind: 'leadHere',
  more,
});

const publishing = (move: string, more = {}): TriedMove => ({
  noun: 'policy_draft',
  move,
  path: `policies/${move}Draft`,
  kind: 'city',
  more,
});

const elsewhere = { trackCode: 'rural_revitalisation' };

/** Who makes each move. Those that only the clock makes have no procedure, and a second signature is asked for by deciding. */
export const triedMoves: readonly TriedMove[] = [
  own('submit'),
  own('changeContest', { contestId: 'LF-XH-2026-141033', ...elsewhere }),
  own('admitLate'),
  own('resubmit'),
  own('recall'),
  own('withdraw', { reason: '' }),
  staffs('claim', 'staffHere'),
  staffs('release', 'staffHere'),
  staffs('approve', 'staffHere'),
  staffs('return', 'staffHere', { message: '' }),
  staffs('reject', 'staffHere', { reason: '不符合条件' }),
  staffs('transfer', 'staffHere', { toContestId: 'LF-XH-2026-141033', ...elsewhere, reason: '注册地在蒲县' }),
  staffs('reopen', 'leadHere', { reason: '材料有误' }),
  staffs('recallReturn', 'leadHere', { reason: '退错了项目' }),
  deciding('takeBack', 'takeBack', 'staffHere'),
  deciding('make', 'sendNow', 'staffHere'),
  deciding('sign', 'sign', 'leadHere'),
  deciding('refuse', 'refuseSignature', 'leadHere', { reason: '依据不足' }),
  announcing('edit', announcementText),
  announcing('publish'),
  announcing('withdraw'),
  publishing('propose'),
  publishing('sendBack', { reason: '依据不足' }),
  publishing('publish'),
  publishing('discard'),
];

/** Every lifecycle there is, by its noun. */
export const lifecycleOf: Readonly<Record<string, AnyLifecycle>> = Object.fromEntries(
  lifecyclesOf(areas).map((lifecycle) => [lifecycle.name, lifecycle]),
);
