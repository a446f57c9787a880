import { allFiles, codeOf, filesUnder, textOf } from './tree';

const sources = [...filesUnder('src', '.ts', '.tsx', '.scss'), ...filesUnder('cloudfunctions', '.ts')];

test('no source is longer than 300 lines', () => {
  const long = sources
    .map((path) => ({ path, lines: textOf(path).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test('no folder holds more than 24 sources: beyond that it wants rooms', () => {
  const files = [...sources, ...filesUnder('tools', '.ts')].filter((path) => !path.includes('/migrations/'));
  const folders = files.map((path) => path.slice(0, path.lastIndexOf('/')));
  const crowded = [...new Set(folders)]
    .map((folder) => `${folder}: ${folders.filter((other) => other === folder).length}`)
    .filter((line) => Number(line.split(': ')[1]) > 24);
  expect(crowded).toEqual([]);
});

test('folders are nouns of the domain: none is a drawer for everything', () => {
  const drawers = new Set(['utils', 'util', 'common', 'helpers', 'helper', 'types', 'models', 'misc', 'lib']);
  const folders = new Set(allFiles.flatMap((path) => path.split('/').slice(0, -1)));
  expect([...folders].filter((name) => drawers.has(name))).toEqual([]);
});

test('names of files and folders are in kebab-case', () => {
  // A partial of Sass begins with an underscore.
  const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
  const odd = ['src', 'cloudfunctions', 'test', 'config']
    .flatMap((house) => filesUnder(house, '.ts', '.tsx', '.cjs', '.scss'))
    .filter((path) => !path.split('/').every((part) => kebab.test(part)));
  expect(odd).toEqual([]);
});

test('the server takes its time from the call: no clock is read in core, and none in SQL', () => {
  // The cloud's home is the clock itself: the one place where core is given the real time.
  const clocks = ['cloudfunctions/core/rpc/cloud-home.ts'];
  const reads =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\b(current_timestamp|localtimestamp|current_date|clock_timestamp|statement_timestamp|transaction_timestamp)\b/;
  const sqlNow = /(?<![.\w])now\(\)/;
  const offenders = filesUnder('cloudfunctions/core', '.ts')
    .filter((path) => !clocks.includes(path))
    .flatMap((path) =>
      codeOf(path)
        .split('\n')
        .filter((line) => reads.test(line) || (sqlNow.test(line) && /sql|`/.test(line)))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(offenders).toEqual([]);
});

test('the shared language reads no clock either', () => {
  const offenders = filesUnder('src/shared', '.ts').filter((path) =>
    /\bDate\.now\b|\bnew Date\(\s*\)|\bdayjs\(\s*\)/.test(codeOf(path)),
  );
  expect(offenders).toEqual([]);
});

test('nothing is random in core but what its home gives', () => {
  // A draft's name on the disk is no fact that anyone reads again.
  const allowed = ['cloudfunctions/core/rpc/cloud-home.ts', 'cloudfunctions/core/platform/storage/disk-storage.ts'];
  const offenders = filesUnder('cloudfunctions/core', '.ts')
    .filter((path) => !allowed.includes(path))
    .filter((path) => /Math\.random|randomUUID/.test(codeOf(path)));
  expect(offenders).toEqual([]);
});

test('no source leaves work for later or silences the compiler', () => {
  const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', '@ts-' + '(ignore|expect-error|nocheck)'].join('|'));
  const offenders = ['src', 'cloudfunctions', 'test', 'config']
    .flatMap((house) => filesUnder(house, '.ts', '.tsx'))
    .filter((path) => marks.test(textOf(path)));
  expect(offenders).toEqual([]);
});

test('nothing mentions the machine on which it was written', () => {
  const ours = [
    '/work' + '/',
    '/tmp/' + 'brief',
    'shared/' + '(DOMAIN|DESIGN|CONVENTIONS|STACK|PLATFORM|SCREENS|FEATURES)',
    'UI-' + 'KIT',
  ];
  const machine = new RegExp(ours.join('|'));
  const written = allFiles.filter((path) =>
    /\.(ts|tsx|cjs|js|json|md|mmd|scss|html|css|ya?ml|sh)$|^\.ci\/|^\.git(ignore|attributes)$/.test(path),
  );
  expect(written.filter((path) => path !== 'package-lock.json' && machine.test(textOf(path)))).toEqual([]);
});
