import { opensPassport } from '../../cloudfunctions/core/policies/push/passport';
import { subsidyItems } from '../../src/shared/benefits/kinds/subsidy/items';
import { lifecycles } from '../../tools/docs/lifecycles';
import { notices, sampleWords } from '../../tools/docs/notices';
import { walkLifecycle } from '../support/walk-lifecycle';
import { allRoutes } from './routes';
import { filesUnder, textOf } from './tree';

test('every lifecycle of the shared language is walked', () => {
  // All items of start-up money go one way, each under its own name.
  const items = subsidyItems.map(({ code }) => code);
  const nouns = filesUnder('src/shared', '/lifecycle.ts').flatMap((path) =>
    path.includes('/kinds/subsidy/') ? items : [/\n {2}name: '([\w-]+)'/.exec(textOf(path))?.[1]],
  );
  expect(nouns.sort()).toEqual(lifecycles.map(({ name }) => name));
});

const isTold = (event: string) => notices.some((notice) => notice.event === event);
/** An award is told to its winner with what it opens, as one message: by the event that always follows. */
const followedBy: Record<string, string> = Object.fromEntries(opensPassport.map((event) => [event, 'policy.passport']));

test.each(lifecycles.map((table) => ({ name: table.name, table })))(
  '$name: every state is reached, has a way out or an end, and every event is told or says why not',
  ({ table }) => {
    expect(walkLifecycle(table, (event) => isTold(followedBy[event] ?? event))).toEqual([]);
  },
);

/** Handing in and taking on decide nothing of anybody else; what is proposed goes to a second person; a place is accepted on a page that asks. */
const unasked = [
  'edition publish',
  'entry submit',
  'entry resubmit',
  'entry claim',
  'award_list propose',
  'policy_draft propose',
  'incubator-place accept',
];

test.each(lifecycles.map((table) => ({ name: table.name, table })))(
  '$name: every state has two labels, every move a label, and what cannot be undone asks first',
  ({ table }) => {
    const unnamed = Object.entries(table.states).filter(([, { staff, public: seen }]) => staff === '' || seen === '');
    expect(unnamed).toEqual([]);
    expect(Object.entries(table.moves).filter(([, { label }]) => label === '')).toEqual([]);
    // Moves that people make into a state without a way out.
    const rash = Object.entries(table.moves).filter(([, move]) => {
      const next = 'toOneOf' in move ? move.toOneOf : [move.to];
      return move.by.name !== '系统到期' && next.some((state) => table.states[state]?.final) && !move.danger;
    });
    expect(rash).toEqual([]);
    // What is decided of somebody, who is told of it, is asked about; a reason is asked for on a sheet of its own.
    const hasty = Object.entries(table.moves).filter(
      ([name, move]) =>
        move.by.name !== '系统到期' &&
        'emits' in move &&
        !move.danger &&
        !move.asks?.length &&
        !move.quiet &&
        !move.elsewhere &&
        !unasked.includes(`${table.name} ${name}`),
    );
    expect(hasty.map(([name]) => name)).toEqual([]);
  },
);

test('each notice has a file of its own and a name that no other has', () => {
  const names = notices.map(({ notice }) => notice);
  expect(new Set(names).size).toBe(names.length);
  const files = filesUnder('src/shared', '.ts').filter((path) => /^src\/shared\/[^/]+\/notices\/(?!index)/.test(path));
  expect(files).toHaveLength(notices.length);
});

test('every notice says its sample in full words and leads to a page that exists', () => {
  for (const notice of notices) {
    const { title, body, link } = sampleWords(notice);
    expect([notice.notice, /\p{Script=Han}/u.test(title), /undefined|null|NaN|！| {2}/.test(body)]).toEqual([
      notice.notice,
      true,
      false,
    ]);
    expect(allRoutes).toContain(link.split('?')[0]);
  }
});
