/**
 * Who may import whom. A line of code knows its room from its path; this file is the law of the rooms
 * (docs/decisions tells why), and test/house/boundaries.test.ts proves that every rule bites.
 */

/** The ground: what every area stands on beside the platform and the way in, and what any noun may have. What it needs to know of an area it is handed. */
const ground = ['cases', 'files', 'forms', 'telling'];

/** An area may know those before it in the line, never those after it. */
const areas = [
  'people',
  'competition',
  'entry',
  'screening',
  'judging',
  'awards',
  'policies',
  'finance',
  'benefits',
  'lending',
  'subsidies',
  'training',
  'incubation',
  'referral',
  'partners',
  'follow-up',
  'oversight',
  'rights',
  'notices',
];

const shared = '^src/shared/';
const core = '^cloudfunctions/core/';
/** Each area has a contract, and `src/shared/contract.ts` assembles them. */
const contracts = [`${shared}contract\\.ts$`, `${shared}.+/contract\\.ts$`];
const forms = `${shared}.+/form\\.ts$`;

const anyOf = (names) => `(${names.join('|')})`;

/** For each room of a line: nothing in it may reach a room further on. */
const alongTheLine = (house, name, line, comment) =>
  line.slice(0, -1).map((room, index) => ({
    name: `${name}-${room}`,
    comment,
    severity: 'error',
    from: { path: `${house}${room}(/|\\.ts$)` },
    to: { path: `${house}${anyOf(line.slice(index + 1))}(/|\\.ts$)` },
  }));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'shared-is-pure',
      'The language both houses speak runs in WeChat, in a browser and on the server: it may use itself and dayjs. The wire (contract, form) is spelled with zod/mini, the contract with oRPC too; nothing else needs either.',
      { path: shared, pathNot: '/(contract|form)\\.ts$' },
      { pathNot: `${shared}|(^|/)node_modules/dayjs(/|$)` },
    ),
    rule(
      'forms-are-zod-mini',
      'A form is validated with zod/mini: the full zod weighs 457 KB in the mini app.',
      { path: forms },
      { pathNot: `${shared}|(^|/)node_modules/(dayjs|zod/(v4/)?mini)(/|$)` },
    ),
    rule(
      'contracts-are-orpc-and-zod-mini',
      'A contract is oRPC procedures over zod/mini schemas, and nothing of any house.',
      { path: contracts },
      { pathNot: `${shared}|(^|/)node_modules/(dayjs|zod/(v4/)?mini|@orpc/contract)(/|$)` },
    ),
    rule(
      'rules-stay-light',
      'Lifecycles, access tables and rules run in the main package, where there is no zod: of a contract or a form they may know the types only.',
      { path: shared, pathNot: '/(contract|form)\\.ts$' },
      { path: [...contracts, forms], dependencyTypesNot: ['type-only'] },
    ),
    ...alongTheLine(
      shared,
      'shared-line',
      ['kernel', ...ground, ...areas],
      'Areas form a line and each may know those before it. What must travel the other way travels as an event.',
    ),

    rule(
      'app-never-server',
      'The mini app speaks to the server through the contract only.',
      { path: '^src/' },
      { path: '^cloudfunctions/' },
    ),
    rule(
      'app-never-node',
      "WeChat and the browser have none of Node's modules.",
      { path: '^src/' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'ui-knows-no-domain',
      'A component of the kit knows colours and fingers, not entries: of the shared language it may use the kernel (dates, money).',
      { path: '^src/ui/' },
      { path: '^src/', pathNot: `^src/ui/|${shared}kernel/` },
    ),
    rule(
      'client-knows-no-pages',
      'The client carries calls; it may know the shared language only.',
      { path: '^src/client/' },
      { path: '^src/', pathNot: `^src/client/|${shared}` },
    ),
    rule(
      'patterns-know-no-area',
      'What pages share stands on client and kit, and serves every noun: of the shared language it knows what no area owns.',
      { path: '^src/patterns/' },
      { path: '^src/', pathNot: `^src/(patterns|client|ui)/|${shared}(kernel|cases|files|forms|telling)/` },
    ),
    rule(
      'contract-as-type-only',
      'The app takes its types from the contract and leaves its zod schemas out of the bundle.',
      { path: '^src/', pathNot: shared },
      { path: contracts, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'features-are-islands',
      'A feature never reaches into another: what two need belongs to patterns, ui, client or shared.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    rule(
      'features-know-no-pages',
      'A feature stands on patterns, shared, client and ui.',
      { path: '^src/features/' },
      { path: '^src/', pathNot: `^src/(features|patterns|client|ui)/|${shared}` },
    ),
    rule(
      'pages-are-thin',
      'A route file composes features and ui; whatever thinks belongs into a feature.',
      { path: '^src/(pages|packages)/', pathNot: '\\.config\\.ts$' },
      { path: '^src/', pathNot: '^src/(features|ui|pages|packages)/' },
    ),
    rule(
      'pages-are-doors',
      'A page is opened by its address, never imported.',
      { path: '^src/', pathNot: '^src/(pages|packages)/' },
      { path: '^src/(pages|packages)/' },
    ),

    rule(
      'server-only-shared',
      "Of the mini app's sources the server knows the shared language only.",
      { path: '^cloudfunctions/' },
      { path: '^src/', pathNot: shared },
    ),
    rule(
      'doors-know-core',
      'api, worker and host are doors: they know core and the shared language, and never each other.',
      { path: '^cloudfunctions/(api|worker|host)/' },
      { path: '^cloudfunctions/', pathNot: `${core}|^cloudfunctions/$1/` },
    ),
    rule(
      'core-knows-no-door',
      'core does not know who serves it.',
      { path: core },
      { path: '^cloudfunctions/', pathNot: core },
    ),
    ...alongTheLine(
      core,
      'core-line',
      [...ground, ...areas],
      "core's areas follow the same line as the shared language's; the ground stands before them.",
    ),
    rule(
      'areas-are-handed',
      'Which areas there are is handed to the way in by whoever opens it (api, worker, host, tools, test); nothing of core looks it up.',
      { path: '^(src|cloudfunctions/core)/' },
      { path: `${core}areas\\.ts$` },
    ),
    rule(
      'areas-stand-above',
      'What an area declares, and the clock that reads it, stand above all that they are made of.',
      { path: `${core}${anyOf(['rpc', 'platform', ...ground])}/` },
      { path: `${core}line/` },
    ),
    rule(
      'line-knows-no-area',
      'What every area declares, and the clock that goes through all of them, are made of the ground.',
      { path: `${core}line/` },
      { path: core, pathNot: `${core}${anyOf(['line', 'rpc', 'platform', ...ground])}/` },
    ),
    rule(
      'rpc-knows-platform',
      'The way in is what all others stand on, and knows none of them: of core it has the platform alone.',
      { path: `${core}rpc/` },
      { path: core, pathNot: `${core}${anyOf(['rpc', 'platform'])}/` },
    ),
    rule(
      'platform-knows-no-area',
      'Database, outbox, storage and identity serve every area and know none, nor the rest of the ground.',
      { path: `${core}platform/` },
      { path: `${core}${anyOf([...ground, ...areas])}/` },
    ),
    rule(
      'platform-knows-the-call',
      'Of the way in, what serves every area knows what a call and a home are.',
      { path: `${core}platform/` },
      { path: `${core}rpc/`, pathNot: `${core}rpc/(call|home|refused)\\.ts$` },
    ),
    rule(
      'areas-ask-queries',
      "An area reads another's rows through its queries, and moves its nouns through its moves, inside its own transaction; never through its other files.",
      { path: `${core}${anyOf(areas)}/` },
      {
        path: `${core}${anyOf(areas)}/`,
        pathNot: [`${core}$1/`, `${core}[^/]+/queries(/|\\.ts$)`, `${core}[^/]+/moves\\.ts$`],
      },
    ),

    rule(
      'nothing-imports-test',
      'Tests know the product; the product does not know its tests.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    rule('no-cycle', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
    rule(
      'no-orphan',
      'A file that nobody imports and that imports nobody is dead, unless the outside world calls it.',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '\\.(scss|css|json)$',
          '^src/(app\\.tsx$|pages/|packages/)',
          // Given to the mini program's bundles by the build (config/index.ts).
          '^src/client/transport/abort-controller\\.ts$',
          '^cloudfunctions/(api|worker|host)/',
          '^test/(support/|bench/|.*\\.test\\.tsx?$)',
        ],
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsConfig: { fileName: 'src/tsconfig.json' },
    tsPreCompilationDeps: true,
    // What no rule asks is not worked out, and what was found on the disk is not asked for again: the law is judged within a minute.
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      cachedInputFileSystem: { cacheDuration: 600_000 },
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
