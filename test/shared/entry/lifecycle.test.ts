import { entryLifecycle } from '@shared/entry/lifecycle';
import { offeredMoves } from '@shared/entry/offered-moves';
import type { EntryState } from '@shared/entry/states';
import type { EntrySubject } from '@shared/entry/subject';
import type { Actor } from '@shared/kernel/actor';

const leader: Actor = { personId: 'leader', grants: [] };
const clerk: Actor = {
  personId: 'clerk',
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } }],
};
const lead: Actor = {
  personId: 'lead',
  grants: [
    { role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } },
    { role: 'regionLead', scope: { kind: 'region', regionId: '141033' } },
  ],
};

const entry = (state: EntryState, more: Partial<EntrySubject> = {}): EntrySubject => ({
  entryId: 'e',
  editionId: 'LF-XH-2026',
  contestId: 'LF-XH-2026-141033',
  ofCurrentEdition: true,
  regionId: '141033',
  state,
  version: 1,
  reference: 'XH2026-141033-0001',
  leaderId: 'leader',
  helperId: null,
  memberIds: ['member'],
  editorIds: [],
  pastMemberIds: [],
  claimedBy: state === 'under_review' ? 'clerk' : null,
  recalledAt: null,
  claimedFrom: state === 'under_review' ? 'submitted' : null,
  returns: 0,
  signUp: { opensAt: 100, closesAt: 200 },
  screening: { opensAt: 100, closesAt: 300 },
  correctionDueAt: null,
  ...more,
});

const moves = (subject: EntrySubject, actor: Actor | null, now = 150) =>
  entryLifecycle
    .movesFor(subject, actor, now)
    .map(({ move, closed }) => (closed === null ? move : `${move}: ${closed}`));

const offered = (subject: EntrySubject, personId = 'leader') =>
  offeredMoves(subject, { personId, grants: [] }, 150).map(({ move }) => move);

test('the leader is offered what leads on from each state', () => {
  expect(moves(entry('draft'), leader)).toEqual(['submit', 'withdraw']);
  expect(offered(entry('draft'))).toEqual(['submit', 'withdraw']);
  expect(offered(entry('draft', { reference: null }))).toEqual(['submit', 'deleteDraft']);
  expect(entryLifecycle.move('withdraw', entry('draft', { reference: null }), {}, 150)).toMatchObject({
    ok: false,
    code: 'ENTRY_NEVER_SUBMITTED',
  });
  expect(offered(entry('draft', { reference: null }), 'member')).toEqual([]);
  expect(moves(entry('submitted'), leader)).toEqual(['recall', 'withdraw']);
  expect(moves(entry('under_review'), leader)).toEqual(['withdraw']);
  expect(moves(entry('returned', { correctionDueAt: 180 }), leader)).toEqual(['resubmit', 'withdraw']);
  expect(moves(entry('qualified'), leader)).toEqual(['withdraw']);
  for (const state of ['rejected', 'withdrawn', 'expired'] as const) {
    expect(moves(entry(state), leader)).toEqual([]);
  }
});

test('a closing instant is exclusive', () => {
  expect(moves(entry('draft'), leader, 199)).toEqual(['submit', 'withdraw']);
  expect(moves(entry('draft'), leader, 200)).toEqual([
    'submit: 报名已于1月1日（周四）08:00 截止，不能再提交',
    'withdraw',
  ]);
  expect(moves(entry('draft'), leader, 99)).toEqual(['submit: 报名1月1日（周四）08:00开始', 'withdraw']);
  expect(moves(entry('returned', { correctionDueAt: 180 }), leader, 180)).toEqual([
    'resubmit: 补正期限已过，不能再提交',
    'withdraw',
  ]);
});

test('a recall leads back to where the submission came from, and not past its deadline', () => {
  const next = (subject: EntrySubject, now: number) => entryLifecycle.move('recall', subject, {}, now);
  expect(next(entry('submitted'), 150)).toMatchObject({ ok: true, next: 'draft' });
  expect(next(entry('resubmitted', { correctionDueAt: 180 }), 179)).toMatchObject({ ok: true, next: 'returned' });
  expect(next(entry('submitted'), 200)).toMatchObject({ ok: false, code: 'ENTRY_SIGN_UP_CLOSED' });
  expect(next(entry('under_review'), 150)).toMatchObject({ ok: false, code: 'ENTRY_MOVE_NOT_ALLOWED' });
});

test('staff of the very region claim, and only the one who claimed decides; the lead may free it', () => {
  expect(moves(entry('submitted'), clerk)).toEqual(['claim']);
  expect(moves(entry('submitted', { regionId: '141002' }), clerk)).toEqual([]);
  expect(moves(entry('under_review'), clerk)).toEqual(['release', 'approve', 'return', 'reject', 'transfer']);
  expect(moves(entry('under_review'), lead)).toEqual(['release']);
  expect(moves(entry('rejected'), clerk)).toEqual([]);
  expect(moves(entry('rejected'), lead)).toEqual(['reopen']);
});

test('whatever decides or gives up asks first, and says who learns what', () => {
  const gentle = ['submit', 'changeContest', 'admitLate', 'confirmCounter', 'resubmit', 'claim', 'release'];
  const told: Record<string, string> = {};
  for (const [move, spec] of Object.entries(entryLifecycle.moves)) {
    if (spec.by.name === '系统到期' || gentle.includes(move)) continue;
    const danger = 'danger' in spec ? spec.danger : undefined;
    told[move] = typeof danger === 'function' ? danger(entry(spec.from[0] ?? 'draft'), 150) : (danger ?? '');
  }
  expect(Object.keys(told)).toEqual([
    'recall',
    'withdraw',
    'approve',
    'return',
    'reject',
    'transfer',
    'reopen',
    'recallReturn',
  ]);
  expect(Object.entries(told).filter(([, words]) => !/通知|告知/.test(words))).toEqual([]);
});

test('whoever filled an entry in at the counter does not judge it, and sees staff’s names of its states', () => {
  const helped = entry('submitted', { helperId: 'clerk' });
  expect(moves(helped, clerk)).toEqual([]);
  expect(moves(entry('submitted'), clerk)).toEqual(['claim']);
  expect(entryLifecycle.side(helped, clerk)).toBe('staff');
});

test('nobody handles an entry they belong to', () => {
  expect(moves(entry('submitted', { memberIds: ['clerk'] }), clerk)).toEqual([]);
  expect(moves(entry('rejected', { leaderId: 'lead' }), lead)).toEqual([]);
});

test('a visitor and a stranger are offered nothing', () => {
  expect(moves(entry('draft'), null)).toEqual([]);
  expect(moves(entry('draft'), { personId: 'stranger', grants: [] })).toEqual([]);
});

test('a rejection and a transfer need their reason', () => {
  expect(entryLifecycle.move('reject', entry('under_review'), { reason: ' ' }, 150)).toEqual({
    ok: false,
    code: 'ENTRY_REASON_MISSING',
    message: '请写明理由',
    fields: { reason: '请写明理由' },
  });
});

test('colours, turns and gates follow the state', () => {
  const said = Object.entries(entryLifecycle.states).map(([state, { tone, waits, holder, editable, held, live }]) => [
    state,
    tone,
    waits,
    holder({ regionZh: '蒲县' }),
    [editable ? 'editable' : '', held ? 'held' : '', live ? 'live' : ''].filter(Boolean).join(' '),
  ]);
  expect(said).toEqual([
    ['draft', 'neutral', 'own', '您的团队', 'editable'],
    ['submitted', 'info', 'staff', '蒲县审核人员', 'live'],
    ['under_review', 'info', 'staff', '蒲县审核人员', 'held live'],
    ['returned', 'warn', 'own', '您的团队', 'editable live'],
    ['resubmitted', 'info', 'staff', '蒲县审核人员', 'live'],
    ['transferred', 'info', 'staff', '蒲县审核人员', 'live'],
    ['qualified', 'pass', 'organiser', '大赛组委会', 'live'],
    ['rejected', 'warn', null, null, ''],
    ['withdrawn', 'neutral', null, null, ''],
    ['expired', 'warn', null, null, ''],
  ]);
});

test('its team, its staff and strangers stand on three sides of an entry', () => {
  const own = entry('submitted');
  const on = (personId: string, role?: 'regionStaff' | 'cityStaff') =>
    entryLifecycle.side(own, {
      personId,
      grants: role ? [{ role, scope: { kind: 'region', regionId: own.regionId } }] : [],
    });
  expect([on('leader'), on('clerk', 'regionStaff'), on('city', 'cityStaff'), on('stranger')]).toEqual([
    'own',
    'staff',
    'outside',
    'outside',
  ]);
  expect([on('leader', 'regionStaff'), entryLifecycle.side(own, null)]).toEqual(['own', 'outside']);
});

test('what a contest has no phase for is not open, and is said to have no time yet', () => {
  const timeless = { signUp: null, screening: null };
  expect(moves(entry('draft', timeless), leader)).toEqual(['submit: 报名时间待定', 'withdraw']);
  expect(moves(entry('submitted', timeless), leader)).toEqual(['recall: 报名时间待定', 'withdraw']);
  expect(moves(entry('submitted', timeless), clerk)).toEqual(['claim: 审核时间待定，现在还不能办']);
  expect(moves(entry('returned', { ...timeless, correctionDueAt: 200 }), leader)).toEqual(['resubmit', 'withdraw']);
  const recall = entryLifecycle
    .movesFor(entry('submitted', timeless), leader, 150)
    .find(({ move }) => move === 'recall');
  expect(recall?.danger).toContain('请尽快重新提交');
});

test('what took part in an edition that is over did so for good, and offers no way out', () => {
  const past = entry('qualified', { ofCurrentEdition: false });
  expect(entryLifecycle.move('withdraw', past, {}, 150)).toMatchObject({ ok: false, code: 'ENTRY_EDITION_OVER' });
  const leader = { personId: 'leader', grants: [] };
  expect(offeredMoves(past, leader, 150)).toEqual([]);
  expect(offeredMoves(entry('qualified'), leader, 150).map(({ move }) => move)).toEqual(['withdraw']);
});
