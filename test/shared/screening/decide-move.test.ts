import type { EntryState } from '@shared/entry/states';
import type { EntrySubject } from '@shared/entry/subject';
import type { Actor } from '@shared/kernel/actor';
import { refuseHeldByOther } from '@shared/screening/claim';
import { type ReviewMove, refuseMove } from '@shared/screening/decide-move';

const now = Date.UTC(2026, 10, 24, 2, 32);
const clerk: Actor = {
  personId: 'me',
  grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } }],
};
const entry = (state: EntryState, claimedBy: string | null = null): EntrySubject => ({
  entryId: 'e',
  editionId: 'LF-XH-2026',
  contestId: 'LF-XH-2026-141033',
  regionId: '141033',
  state,
  version: 3,
  reference: 'XH2026-141033-0001',
  leaderId: 'leader',
  memberIds: [],
  editorIds: [],
  pastMemberIds: [],
  claimedBy,
  claimedFrom: null,
  returns: 0,
  signUp: { opensAt: now - 10, closesAt: now + 10 },
  screening: { opensAt: now - 10, closesAt: now + 10 },
  correctionDueAt: null,
});
const reading = { holder: null, marks: [], reason: '理由' };
const codeOf = (move: ReviewMove, subject: EntrySubject, at = now) =>
  refuseMove(move, subject, reading, clerk, at)?.code ?? null;

test('who holds an entry and since when is said to whoever else comes', () => {
  const held = refuseHeldByOther({ claimedBy: 'other', regionId: '141033' }, clerk, {
    nameZh: '蒲县审核人员一',
    since: now,
  });
  expect(held).toEqual({
    ok: false,
    code: 'SCREENING_CLAIMED_BY_OTHER',
    message: '这个项目已由蒲县审核人员一于 2026-11-24 10:32 受理',
  });
  expect([
    refuseHeldByOther({ claimedBy: 'me', regionId: '141033' }, clerk, null),
    refuseHeldByOther({ claimedBy: null, regionId: '141033' }, clerk, null),
  ]).toEqual([null, null]);
});

test.each<[ReviewMove, EntryState, string | null, string | null]>([
  ['claim', 'submitted', null, null],
  ['claim', 'under_review', 'other', 'SCREENING_CLAIMED_BY_OTHER'],
  ['claim', 'under_review', 'me', 'ENTRY_MOVE_NOT_ALLOWED'],
  ['claim', 'returned', null, 'ENTRY_MOVE_NOT_ALLOWED'],
  ['release', 'transferred', null, 'SCREENING_NOT_CLAIMED'],
  ['release', 'under_review', 'me', null],
  ['reject', 'resubmitted', null, 'SCREENING_NOT_CLAIMED'],
  ['reject', 'qualified', null, 'ENTRY_MOVE_NOT_ALLOWED'],
  ['return', 'under_review', 'me', 'SCREENING_NO_FAULT_MARKED'],
  ['reopen', 'rejected', null, null],
])('%s from %s held by %s: %s', (move, state, claimedBy, code) => {
  expect(codeOf(move, entry(state, claimedBy))).toBe(code);
});

test('screening closes at its instant: the last millisecond is in, the next is out', () => {
  expect([codeOf('claim', entry('submitted'), now + 9), codeOf('claim', entry('submitted'), now + 10)]).toEqual([
    null,
    'SCREENING_NOT_OPEN',
  ]);
});
