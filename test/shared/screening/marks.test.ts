import type { SectionName } from '@shared/entry/sections';
import { type Mark, roundOf, standingMarks } from '@shared/screening/marks';

const mark = (section: SectionName, round: number, verdict: Mark['verdict']): Mark => ({
  section,
  round,
  verdict,
  codes: verdict === 'fault' ? ['X'] : [],
  fields: [],
  seen: [],
  comment: '',
  version: 3,
});
const verdicts = (marks: Mark[], round: number, changed: SectionName[] = []) =>
  standingMarks(['project', 'jobs'], marks, round, new Set(changed)).map(({ verdict }) => verdict);

test('the first reading is round 1, each return begins the next', () => {
  expect([roundOf({ returns: 0 }), roundOf({ returns: 2 })]).toEqual([1, 3]);
});

test('what has no mark is unread', () => {
  expect(standingMarks(['project'], [], 1, new Set())).toEqual([
    { section: 'project', round: 1, verdict: 'unread', codes: [], fields: [], seen: [], comment: '', version: 0 },
  ]);
});

test('this round’s mark stands as it is', () => {
  const now = mark('project', 2, 'fault');
  expect(standingMarks(['project'], [mark('project', 1, 'ok'), now], 2, new Set())).toEqual([now]);
});

test('what was in order and was not touched stays in order, through any number of rounds', () => {
  const marks = [mark('project', 1, 'ok'), mark('jobs', 1, 'fault'), mark('jobs', 2, 'fault')];
  expect([verdicts(marks, 2), verdicts(marks, 3)]).toEqual([
    ['ok', 'fault'],
    ['ok', 'unread'],
  ]);
});

test('what was changed, or was faulty, is read again; its old reasons do not stick', () => {
  const marks = [mark('project', 1, 'ok'), mark('jobs', 1, 'fault')];
  expect(verdicts(marks, 2, ['project'])).toEqual(['unread', 'unread']);
  expect(standingMarks(['jobs'], marks, 2, new Set())[0]).toMatchObject({ codes: [], version: 0 });
});
