import { procedures } from '../../cloudfunctions/core/procedures';
import { serveErrors } from '../../cloudfunctions/core/rpc/serve-errors';
import { accessTables } from '../../src/shared/access';
import { entryLifecycle } from '../../src/shared/entry/lifecycle';
import { matrixEntry } from '../../tools/docs/callers';
import { procedureList } from '../../tools/docs/procedure-list';
import { codeOf, filesUnder } from './tree';

const namesOf = (table: Record<string, object>) =>
  Object.entries(table)
    .flatMap(([area, inner]) => Object.keys(inner).map((name) => `${area}/${name}`))
    .sort();
const paths = procedureList.map(({ path }) => path).sort();

test('every procedure of the contract is implemented, and nothing else is', () => {
  expect(namesOf(procedures)).toEqual(paths);
});

test('every procedure has a row in the access table, and nothing else has', () => {
  expect(namesOf(accessTables)).toEqual(paths);
});

test('every procedure is named in camelCase and is either a read or a change', () => {
  expect(paths.filter((path) => !/^[a-z]+(-[a-z]+)*\/[a-z][A-Za-z]*$/.test(path))).toEqual([]);
  expect(procedureList.filter(({ meta }) => typeof meta.change !== 'boolean')).toEqual([]);
});

test('error codes are AREA_REASON with a Chinese sentence and a status that the wire knows', () => {
  const areas = [
    'PEOPLE',
    'COMPETITION',
    'ENTRY',
    'SCREENING',
    'JUDGING',
    'AWARDS',
    'POLICIES',
    'NOTICES',
    'FILE',
    'CURSOR',
  ];
  const wrong = procedureList.flatMap(({ path, errors }) =>
    Object.entries(errors)
      .filter(
        ([code, { status, message }]) =>
          !new RegExp(`^(${areas.join('|')})(_[A-Z]+)+$`).test(code) ||
          ![404, 409, 413, 422].includes(status) ||
          !/^\p{Script=Han}/u.test(message),
      )
      .map(([code]) => `${path} ${code}`),
  );
  expect(wrong).toEqual([]);
});

test('one code has one status wherever it is declared', () => {
  const statuses = new Map<string, Set<number>>();
  for (const { errors } of procedureList)
    for (const [code, { status }] of Object.entries(errors))
      statuses.set(code, (statuses.get(code) ?? new Set()).add(status));
  expect([...statuses].filter(([, all]) => all.size > 1).map(([code]) => code)).toEqual([]);
});

const declared = new Set(procedureList.flatMap(({ errors }) => Object.keys(errors)));

/** The codes that a source throws or refuses with, as `path CODE`. */
const codesIn = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) => [...codeOf(path).matchAll(pattern)].map(([, code = '']) => ({ path, code })));

test('every code that the server throws is declared in a contract, or is one that any procedure may answer', () => {
  const thrown = codesIn(filesUnder('cloudfunctions/core', '.ts'), /new Refused\(\s*'([A-Z_]+)'/g);
  expect(thrown.length).toBeGreaterThan(40);
  expect(thrown.filter(({ code }) => !declared.has(code) && !(code in serveErrors))).toEqual([]);
});

test('every code of a pure rule is declared; those of the kernel and of file checks become sentences beside a field', () => {
  const rules = filesUnder('src/shared', '.ts').filter((path) => !path.startsWith('src/shared/kernel/'));
  const refused = codesIn(rules, /refuse\(\s*'([A-Z_]+)'/g);
  expect(refused.length).toBeGreaterThan(8);
  expect(refused.filter(({ code }) => !declared.has(code))).toEqual([]);
});

test('no code is declared that nobody can meet', () => {
  const written = [...filesUnder('cloudfunctions/core', '.ts'), ...filesUnder('src/shared', '.ts')]
    .filter((path) => !path.endsWith('/contract.ts'))
    .map(codeOf)
    .join('\n');
  // The lifecycle makes this one from its own name.
  expect([...declared].filter((code) => !written.includes(`'${code}'`) && code !== 'ENTRY_MOVE_NOT_ALLOWED')).toEqual(
    [],
  );
});

test('what a file of the server throws itself is declared by a procedure of that file', () => {
  const faults = filesUnder('cloudfunctions/core', '.ts').flatMap((path) => {
    const code = codeOf(path);
    const made = [...code.matchAll(/[pP]rocedure\(\s*([a-z]\w*)Contract\.(\w+)/g)].map(
      ([, area, name]) => `${area}/${name}`,
    );
    if (made.length === 0) return [];
    const own = new Set(
      procedureList.filter((known) => made.includes(known.path)).flatMap(({ errors }) => Object.keys(errors)),
    );
    return codesIn([path], /new Refused\(\s*'([A-Z_]+)'/g).filter(
      (thrown) => !own.has(thrown.code) && !(thrown.code in serveErrors),
    );
  });
  expect(faults).toEqual([]);
});

test('a move declares every reason for which its lifecycle may refuse it', () => {
  const instants = [-1, 0, 1, 10];
  const asked = new Set(procedureList.map(({ path }) => path));
  const faults = Object.entries(entryLifecycle.moves).flatMap(([command, move]) => {
    const path = [`entry/${command}`, `screening/${command}`].find((known) => asked.has(known));
    if (path === undefined) return [];
    const codes = new Set(['ENTRY_MOVE_NOT_ALLOWED']);
    for (const state of move.from)
      for (const now of instants) {
        const refusal = move.when?.({ ...matrixEntry, state, correctionDueAt: 5 }, now);
        if (refusal) codes.add(refusal.code);
      }
    const errors = procedureList.find((known) => known.path === path)?.errors ?? {};
    return [...codes].filter((code) => !(code in errors)).map((code) => `${path} ${code}`);
  });
  expect(faults).toEqual([]);
});
