import { areas } from '../../cloudfunctions/core/areas';
import type { Area } from '../../cloudfunctions/core/line/area';
import { serveErrors } from '../../cloudfunctions/core/rpc/serve-errors';
import { contract } from '../../src/shared/contract';
import { entryLifecycle } from '../../src/shared/entry/lifecycle';
import { sampleSubject } from '../../src/shared/entry/sample-subject';
import type { policiesContract } from '../../src/shared/policies/contract';
import { roomZh } from '../../src/shared/rights/room-words';
import { lifecycles } from '../../tools/docs/lifecycles';
import { procedureList } from '../../tools/docs/procedure-list';
import { codeOf, filesUnder } from './tree';

const paths = procedureList.map(({ path }) => path).sort();

test('a procedure does the work of the contract whose name it bears', () => {
  const ofContract = Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries(procedures).map(([name, procedure]) => [`${area}/${name}`, procedure] as const),
  );
  const ofAreas = areas.flatMap(({ name: area, procedures }) =>
    Object.entries(procedures).map(([name, procedure]) => [`${area}/${name}`, procedure.contract] as const),
  );
  const sorted = (pairs: ReadonlyArray<readonly [string, unknown]>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  const [wanted, found] = [sorted(ofContract), sorted(ofAreas)];
  expect(found.map(([path]) => path)).toEqual(wanted.map(([path]) => path));
  expect(found.filter(([, made], i) => made !== wanted[i]?.[1]).map(([path]) => path)).toEqual([]);
});

test('people read of every area by a word of theirs, not by its name', () => {
  expect(areas.map(({ name }) => name).filter((name) => roomZh(name) === name)).toEqual([]);
});

test('an area that lacks the work or the rule of a procedure of its contract is none', () => {
  type Fits<A> = A extends Area<'policies', typeof policiesContract> ? true : false;
  type Whole = Area<'policies', typeof policiesContract>;
  type Without<Part extends 'access' | 'procedures'> = Omit<Whole, Part> & Record<Part, Omit<Whole[Part], 'get'>>;
  // The compiler is the judge: these lines hold or the types do not.
  const verdicts: [Fits<Whole>, Fits<Without<'access'>>, Fits<Without<'procedures'>>] = [true, false, false];
  expect(verdicts).toHaveLength(3);
});

test('every procedure has a rule in its area, and nothing else has', () => {
  const ruled = areas.flatMap(({ name: area, access }) => Object.keys(access).map((name) => `${area}/${name}`));
  expect(ruled.sort()).toEqual(paths);
});

test('every procedure is named in camelCase and is either a read or a change', () => {
  expect(paths.filter((path) => !/^[a-z]+(-[a-z]+)*\/[a-z][A-Za-z]*$/.test(path))).toEqual([]);
  expect(procedureList.filter(({ meta }) => typeof meta.change !== 'boolean')).toEqual([]);
});

test('error codes are AREA_REASON with a Chinese sentence and a status that the wire knows', () => {
  const names = [...areas, ...lifecycles].map(({ name }) => name.toUpperCase().replaceAll('-', '_'));
  const owners = [...names, 'CASE', 'FILE', 'FORM', 'CURSOR'];
  const wrong = procedureList.flatMap(({ path, errors }) =>
    Object.entries(errors)
      .filter(
        ([code, { status, message }]) =>
          !new RegExp(`^(${owners.join('|')})(_[A-Z]+)+$`).test(code) ||
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
  // A lifecycle makes these from its own name.
  const made = lifecycles.flatMap(({ name }) =>
    ['MOVE_NOT_ALLOWED', 'REASON_MISSING'].map((why) => `${name.toUpperCase().replaceAll('-', '_')}_${why}`),
  );
  expect([...declared].filter((code) => !written.includes(`'${code}'`) && !made.includes(code))).toEqual([]);
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
        const refusal = move.when?.({ ...sampleSubject, state, correctionDueAt: 5 }, now);
        if (refusal) codes.add(refusal.code);
      }
    const errors = procedureList.find((known) => known.path === path)?.errors ?? {};
    return [...codes].filter((code) => !(code in errors)).map((code) => `${path} ${code}`);
  });
  expect(faults).toEqual([]);
});
