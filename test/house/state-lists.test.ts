import type { AnyLifecycle } from '../../src/shared/kernel/define-lifecycle';
import { lifecycles } from '../../tools/docs/lifecycles';
import { codeOf, filesUnder } from './tree';

/**
 * Where two states of one noun stand side by side as a list: in an array or an `in (…)`, one after the other in `||`, `&&` and `case`, or as a union
 * of a type. What such a list means belongs into the lifecycle, as a property of the states.
 */
function listsIn(code: string, { states }: AnyLifecycle): string[] {
  const state = `['"\`](?:${Object.keys(states).join('|')})['"\`]`;
  const compared = `[!=]==?\\s*${state}\\)*`;
  const lists = [
    `${state}\\s*(?:as const)?,\\s*${state}`,
    `${compared}\\s*(?:\\|\\||&&)\\s*[^;{}'"]*?${compared}`,
    `case ${state}:\\s*case ${state}:`,
    `${state}\\s*\\|\\s*${state}`,
  ];
  return lists.flatMap((list) => code.match(new RegExp(list, 'g')) ?? []);
}

/** The lifecycle and the names of its states and commands beside it; migrations, which the database's own words are held by. */
const isHome = (path: string): boolean => /\/(lifecycle|states)\.ts$/.test(path) || path.includes('/migrations/');

test('no file outside a lifecycle spells its states in a list', () => {
  const found = [...filesUnder('src', '.ts', '.tsx'), ...filesUnder('cloudfunctions', '.ts')]
    .filter((path) => !isHome(path))
    .flatMap((path) => {
      const code = codeOf(path);
      return lifecycles.flatMap((lifecycle) => listsIn(code, lifecycle).map((list) => `${path}: ${list}`));
    });
  expect(found).toEqual([]);
});

test.each([
  "const own = ['draft', 'returned'];",
  "sql`state in ('submitted', 'under_review')`",
  "sql`state = any(array['submitted','under_review'])`",
  "if (entry.state === 'draft' || entry.state === 'returned') return;",
  "if (entry.state !== 'draft' && !(other.state !== 'returned')) return;",
  "case 'draft':\n      case 'returned':",
  "type Own = Extract<EntryState, 'draft' | 'returned'>;",
])('a list is found: %s', (code) => {
  const entry = lifecycles.find(({ name }) => name === 'entry');
  expect(entry && listsIn(code, entry)).toHaveLength(1);
});

test.each([
  "entry.state === 'draft' ? '报名' : '补正'",
  '{ submitted: 2, under_review: 1 }',
  "['notStarted', 'unfinished', 'returned']",
])('this is none: %s', (code) => {
  expect(lifecycles.flatMap((lifecycle) => listsIn(code, lifecycle))).toEqual([]);
});
