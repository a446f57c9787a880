import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The law of the rooms bites: small houses built of offenders are judged by the real rule file. */
const root = join(__dirname, '..', '..');

type Tree = Record<string, string>;
type Violation = { rule: { name: string }; from: string; to: string };

/** One judge for all houses, since it takes two seconds to read its books: told where a house stands, it answers what breaks the law there. */
const judging = `import { cruise } from 'dependency-cruiser';
import readLaw from 'dependency-cruiser/config-utl/extract-depcruise-config';
import readTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
const law = await readLaw(${JSON.stringify(join(root, 'config', 'boundaries.cjs'))});
process.on('message', async (house) => {
  process.chdir(house);
  const asked = { ...structuredClone(law.options), ruleSet: structuredClone(law), validate: true };
  const told = await cruise(['src', 'cloudfunctions', 'test'], asked, {}, { tsConfig: readTsConfig('src/tsconfig.json') });
  process.send(told.output.summary.violations);
});
process.send([]);`;

let judgeOfHouses: ChildProcess;
beforeAll(async () => {
  judgeOfHouses = spawn(process.execPath, ['--input-type=module', '--eval', judging], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(judgeOfHouses, 'message');
});
afterAll(() => judgeOfHouses.kill());

/** Builds the files (path → text) into a house of their own and returns what breaks the law, as `rule: from → to`. */
async function judge(tree: Tree): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'xinghuo-boundaries-'));
  try {
    const all: Tree = {
      'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
      'src/tsconfig.json': readFileSync(join(root, 'src', 'tsconfig.json'), 'utf8'),
      'src/app.tsx': '',
      'cloudfunctions/api/index.ts': '',
      'test/support/nothing.ts': '',
      ...tree,
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(join(house, dirname(path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    judgeOfHouses.send(house);
    const [violations] = (await once(judgeOfHouses, 'message')) as [Violation[]];
    return violations
      .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/^.*node_modules\//, '')}`)
      .sort();
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** A file that imports each of the paths for use. */
const uses = (...paths: string[]) => paths.map((path, n) => `import { x as x${n} } from '${path}';\nx${n};`).join('\n');
/** A file that imports the path for its types only. */
const knows = (path: string) => `import type { X } from '${path}';\nexport type Y = X;`;
const leaf = 'export const x = 1;\nexport type X = 1;';

describe('The law of the rooms', () => {
  test('has nothing to say about a house built as drawn', async () => {
    expect(
      await judge({
        'src/shared/kernel/money.ts': `${uses('dayjs')}\n${leaf}`,
        'src/shared/files/slot.ts': `${uses('../kernel/money')}\n${leaf}`,
        'src/shared/people/access.ts': `${uses('../kernel/money', '../files/slot')}\n${leaf}`,
        'src/shared/people/form.ts': `${uses('zod/mini')}\n${leaf}`,
        'src/shared/people/contract.ts': `${uses('@orpc/contract', 'zod/mini', './form')}\n${leaf}`,
        'src/shared/entry/lifecycle.ts': `${uses('../people/access')}\n${knows('./contract')}\n${leaf}`,
        'src/shared/entry/contract.ts': `${uses('../people/contract')}\n${leaf}`,
        'src/shared/contract.ts': `${uses('./people/contract', './entry/contract')}\n${leaf}`,
        'src/client/api.ts': `${knows('@shared/contract')}\n${leaf}`,
        'src/ui/amount.tsx': `${uses('@shared/kernel/money')}\n${leaf}`,
        'src/shared/cases/standing.ts': `${uses('../kernel/money')}\n${leaf}`,
        'src/patterns/keyset-list.tsx': `${uses('../client/api', '../ui/amount', '@shared/kernel/money', '@shared/cases/standing')}\n${leaf}`,
        'src/features/entry/use-entry.ts': `${uses('../../client/api', '../../ui/amount', '../../patterns/keyset-list', '@shared/entry/lifecycle')}\n${leaf}`,
        'src/pages/home/index.tsx': uses('../../features/entry/use-entry', '../../ui/amount'),
        'cloudfunctions/core/platform/db.ts': `${uses('node:crypto')}\n${leaf}`,
        'cloudfunctions/core/files/file-owner.ts': `${uses('../platform/db', '@shared/files/slot')}\n${leaf}`,
        'cloudfunctions/core/line/area.ts': `${knows('../files/file-owner')}\n${leaf}`,
        'cloudfunctions/core/entry/repository.ts': `${uses('../platform/db', '../files/file-owner')}\n${leaf}`,
        'cloudfunctions/core/entry/queries.ts': `${uses('./repository')}\n${leaf}`,
        'cloudfunctions/core/cases/move.ts': `${uses('../platform/db')}\n${leaf}`,
        'cloudfunctions/core/entry/moves.ts': `${uses('./repository', '../cases/move', '@shared/entry/lifecycle')}\n${leaf}`,
        'cloudfunctions/core/screening/procedures.ts': `${uses('../entry/queries', '../entry/moves')}\n${leaf}`,
        'cloudfunctions/core/rpc/serve.ts': `${uses('../platform/db')}\n${leaf}`,
        'cloudfunctions/core/screening/area.ts': `${uses('./procedures')}\n${leaf}`,
        'cloudfunctions/core/areas.ts': `${uses('./screening/area')}\n${knows('@shared/contract')}\n${leaf.replace('export type X = 1;', '')}`,
        'cloudfunctions/api/index.ts': uses('../core/areas', '../core/rpc/serve'),
        'test/server/serve.test.ts': uses(
          '../../cloudfunctions/core/areas',
          '../../cloudfunctions/core/rpc/serve',
          '../support/nothing',
        ),
      }),
    ).toEqual([]);
  });

  test('keeps the shared language pure and along its line', async () => {
    expect(
      (
        await judge({
          'src/shared/kernel/id.ts': `${uses('node:crypto')}\n${leaf}`,
          'src/shared/files/slot.ts': `${uses('../people/access')}\n${leaf}`,
          'src/shared/kernel/early.ts': `${uses('../people/access')}\n${leaf}`,
          'src/shared/people/access.ts': `${uses('../entry/rules')}\n${leaf}`,
          'src/shared/people/form.ts': `${uses('zod')}\n${leaf}`,
          'src/shared/people/contract.ts': `${uses('kysely')}\n${leaf}`,
          'src/shared/entry/form.ts': `${uses('@orpc/contract')}\n${leaf}`,
          'src/shared/entry/rules.ts': `${uses('zod/mini', './form')}\n${leaf}`,
          'src/shared/entry/dom.ts': `${uses('../../ui/amount')}\n${leaf}`,
          'src/ui/amount.tsx': leaf,
        })
      ).map((line) =>
        line
          .replace(/zod\/.*$/, (path) => (path.includes('mini') ? 'zod/mini' : 'zod'))
          .replace(/(kysely|@orpc\/contract)\/.*$/, '$1'),
      ),
    ).toEqual([
      'app-never-node: src/shared/kernel/id.ts → crypto',
      'contracts-are-orpc-and-zod-mini: src/shared/people/contract.ts → kysely',
      'forms-are-zod-mini: src/shared/entry/form.ts → @orpc/contract',
      'forms-are-zod-mini: src/shared/people/form.ts → zod',
      'rules-stay-light: src/shared/entry/rules.ts → src/shared/entry/form.ts',
      'shared-is-pure: src/shared/entry/dom.ts → src/ui/amount.tsx',
      'shared-is-pure: src/shared/entry/rules.ts → zod/mini',
      'shared-is-pure: src/shared/kernel/id.ts → crypto',
      'shared-line-files: src/shared/files/slot.ts → src/shared/people/access.ts',
      'shared-line-kernel: src/shared/kernel/early.ts → src/shared/people/access.ts',
      'shared-line-people: src/shared/people/access.ts → src/shared/entry/rules.ts',
    ]);
  });

  test('keeps the mini app in its layers and its features apart', async () => {
    expect(
      await judge({
        'src/shared/contract.ts': leaf,
        'src/shared/people/access.ts': leaf,
        'src/client/api.ts': `${uses('@shared/contract', '../ui/amount')}\n${leaf}`,
        'src/ui/amount.tsx': `${uses('@shared/people/access')}\n${leaf}`,
        'src/patterns/asked-page.tsx': `${uses('@shared/people/access', '../features/entry-draft/use-draft')}\n${leaf}`,
        'src/patterns/keyset-list.tsx': leaf,
        'src/client/cache.ts': `${uses('../patterns/keyset-list')}\n${leaf}`,
        'src/ui/frame.tsx': `${uses('../patterns/keyset-list')}\n${leaf}`,
        'src/pages/me/index.tsx': uses('../../patterns/keyset-list'),
        'src/ui/server.ts': `${knows('../../cloudfunctions/core/serve')}\n${leaf}`,
        'src/features/entry/use-entry.ts': `${uses('../entry-draft/use-draft')}\n${leaf}`,
        'src/features/entry-draft/use-draft.ts': `${uses('../../pages/home/index')}\n${leaf}`,
        'src/pages/home/index.tsx': `${uses('../../client/api')}\n${leaf}`,
        'cloudfunctions/core/serve.ts': leaf,
      }),
    ).toEqual([
      'app-never-server: src/ui/server.ts → cloudfunctions/core/serve.ts',
      'client-knows-no-pages: src/client/api.ts → src/ui/amount.tsx',
      'client-knows-no-pages: src/client/cache.ts → src/patterns/keyset-list.tsx',
      'contract-as-type-only: src/client/api.ts → src/shared/contract.ts',
      'features-are-islands: src/features/entry/use-entry.ts → src/features/entry-draft/use-draft.ts',
      'features-know-no-pages: src/features/entry-draft/use-draft.ts → src/pages/home/index.tsx',
      'pages-are-doors: src/features/entry-draft/use-draft.ts → src/pages/home/index.tsx',
      'pages-are-thin: src/pages/home/index.tsx → src/client/api.ts',
      'pages-are-thin: src/pages/me/index.tsx → src/patterns/keyset-list.tsx',
      'patterns-know-no-area: src/patterns/asked-page.tsx → src/features/entry-draft/use-draft.ts',
      'patterns-know-no-area: src/patterns/asked-page.tsx → src/shared/people/access.ts',
      'ui-knows-no-domain: src/ui/amount.tsx → src/shared/people/access.ts',
      'ui-knows-no-domain: src/ui/frame.tsx → src/patterns/keyset-list.tsx',
    ]);
  });

  test('keeps the server in its rooms', async () => {
    expect(
      await judge({
        'src/client/api.ts': leaf,
        'cloudfunctions/host/start.ts': `${uses('../api/index')}\n${leaf}`,
        'cloudfunctions/api/index.ts': leaf,
        'cloudfunctions/core/serve.ts': `${uses('../host/start', '../../src/client/api')}\n${leaf}`,
        'cloudfunctions/core/platform/db.ts': `${uses('../entry/queries', '../telling/tell')}\n${leaf}`,
        'cloudfunctions/core/telling/tell.ts': `${uses('../entry/queries')}\n${leaf}`,
        'cloudfunctions/core/people/queries.ts': `${uses('../entry/queries')}\n${leaf}`,
        'cloudfunctions/core/entry/queries.ts': leaf,
        'cloudfunctions/core/entry/repository.ts': leaf,
        'cloudfunctions/core/screening/decide.ts': leaf,
        'cloudfunctions/core/screening/procedures.ts': `${uses('../entry/repository', './decide')}\n${leaf}`,
        'cloudfunctions/core/judging/procedures.ts': `${uses('../screening/decide')}\n${leaf}`,
        'cloudfunctions/core/areas.ts': leaf,
        'cloudfunctions/core/seeds/player.ts': `${uses('../areas')}\n${leaf}`,
        'cloudfunctions/core/forms/snapshot.ts': `${uses('../files/receive')}\n${leaf}`,
        'cloudfunctions/core/files/receive.ts': `${uses('../forms/consents', '../entry/queries')}\n${leaf}`,
        'cloudfunctions/core/forms/consents.ts': leaf,
        'cloudfunctions/core/rpc/serve.ts': `${uses('../entry/queries', '../areas', '../platform/db', '../files/receive')}\n${leaf}`,
        'cloudfunctions/core/line/tick.ts': `${uses('./area', '../areas', '../files/receive')}\n${leaf}`,
        'cloudfunctions/core/line/area.ts': `${uses('../files/receive', '../entry/queries')}\n${leaf}`,
        'cloudfunctions/core/cases/move.ts': `${uses('../entry/queries', '../line/tick')}\n${leaf}`,
      }),
    ).toEqual([
      'areas-are-handed: cloudfunctions/core/line/tick.ts → cloudfunctions/core/areas.ts',
      'areas-are-handed: cloudfunctions/core/rpc/serve.ts → cloudfunctions/core/areas.ts',
      'areas-are-handed: cloudfunctions/core/seeds/player.ts → cloudfunctions/core/areas.ts',
      'areas-ask-queries: cloudfunctions/core/judging/procedures.ts → cloudfunctions/core/screening/decide.ts',
      'areas-ask-queries: cloudfunctions/core/screening/procedures.ts → cloudfunctions/core/entry/repository.ts',
      'areas-stand-above: cloudfunctions/core/cases/move.ts → cloudfunctions/core/line/tick.ts',
      'core-knows-no-door: cloudfunctions/core/serve.ts → cloudfunctions/host/start.ts',
      'core-line-cases: cloudfunctions/core/cases/move.ts → cloudfunctions/core/entry/queries.ts',
      'core-line-files: cloudfunctions/core/files/receive.ts → cloudfunctions/core/entry/queries.ts',
      'core-line-files: cloudfunctions/core/files/receive.ts → cloudfunctions/core/forms/consents.ts',
      'core-line-people: cloudfunctions/core/people/queries.ts → cloudfunctions/core/entry/queries.ts',
      'core-line-telling: cloudfunctions/core/telling/tell.ts → cloudfunctions/core/entry/queries.ts',
      'doors-know-core: cloudfunctions/host/start.ts → cloudfunctions/api/index.ts',
      'line-knows-no-area: cloudfunctions/core/line/area.ts → cloudfunctions/core/entry/queries.ts',
      'line-knows-no-area: cloudfunctions/core/line/tick.ts → cloudfunctions/core/areas.ts',
      'platform-knows-no-area: cloudfunctions/core/platform/db.ts → cloudfunctions/core/entry/queries.ts',
      'platform-knows-no-area: cloudfunctions/core/platform/db.ts → cloudfunctions/core/telling/tell.ts',
      'rpc-knows-platform: cloudfunctions/core/rpc/serve.ts → cloudfunctions/core/areas.ts',
      'rpc-knows-platform: cloudfunctions/core/rpc/serve.ts → cloudfunctions/core/entry/queries.ts',
      'rpc-knows-platform: cloudfunctions/core/rpc/serve.ts → cloudfunctions/core/files/receive.ts',
      'server-only-shared: cloudfunctions/core/serve.ts → src/client/api.ts',
    ]);
  });

  test('allows no cycle, no orphan, and no product that knows its tests', async () => {
    expect(
      await judge({
        'src/shared/kernel/chicken.ts': `${uses('./egg')}\n${leaf}`,
        'src/shared/kernel/egg.ts': `${uses('./chicken')}\n${leaf}`,
        'src/shared/kernel/forgotten.ts': leaf,
        'cloudfunctions/core/serve.ts': `${uses('../../test/support/nothing')}\n${leaf}`,
      }),
    ).toEqual([
      'no-cycle: src/shared/kernel/chicken.ts → src/shared/kernel/egg.ts',
      'no-orphan: src/shared/kernel/forgotten.ts → src/shared/kernel/forgotten.ts',
      'nothing-imports-test: cloudfunctions/core/serve.ts → test/support/nothing.ts',
    ]);
  });
});
