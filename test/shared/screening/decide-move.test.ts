import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import type { EntrySubject } from '@shared/entry/subject';
import type { Actor } from '@shared/kernel/actor';
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
  ofCurrentEdition: true,
  regionId: '141033',
  state,
  version: 3,
  reference: 'XH2026-141033-0001',
  helperId: null,
  leaderId: 'leader',
  memberIds: [],
  editorIds: [],
  pastMemberIds: [],
  claimedBy,
  recalledAt: null,
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
  const held = entryLifecycle.refuseHeld(entry('under_review', 'other'), clerk, {
    nameZh: '蒲县审核人员一',
    since: now,
  });
  expect(held).toEqual({
    ok: false,
    code: 'CASE_HELD_BY_OTHER',
    message: '这个项目已由蒲县审核人员一于 2026-11-24 10:32 受理',
  });
  expect([
    entryLifecycle.refuseHeld(entry('under_review', 'me'), clerk, null),
    entryLifecycle.refuseHeld(entry('submitted'), clerk, null),
  ]).toEqual([null, null]);
});

test.each<[ReviewMove, EntryState, string | null, string | null]>([
  ['claim', 'submitted', null, null],
  ['claim', 'under_review', 'other', 'CASE_HELD_BY_OTHER'],
  ['claim', 'under_review', 'me', 'ENTRY_MOVE_NOT_ALLOWED'],
  ['claim', 'returned', null, 'ENTRY_MOVE_NOT_ALLOWED'],
  ['release', 'transferred', null, 'CASE_NOT_HELD'],
  ['release', 'under_review', 'me', null],
  ['reject', 'resubmitted', null, 'CASE_NOT_HELD'],
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
