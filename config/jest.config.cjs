/** One project a room: `jest --selectProjects server` runs a single room. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const rootDir = join(__dirname, '..');

/** Every test runs where the product does not stand: a rule that took the machine's clock for Shanghai's falls here, whichever it is. */
process.env.TZ = 'America/New_York';

const sources = '^.+\\.(c|m)?(j|t)sx?$';
const byEsbuild = { [sources]: '<rootDir>/config/jest-transform.cjs' };
/** It lifts `jest.mock` above the imports. */
const bySwc = { [sources]: '<rootDir>/config/jest-swc.cjs' };
/** Packages published as ES modules only: Jest runs CommonJS, so these are transformed too. */
const esmOnly = ['@orpc', 'hono', '@hono', 'json-schema-typed', 'rou3'];

/** Set by `npm test`: the room's files are blocks of one. */
const together = process.env.XINGHUO_ROOM !== undefined;

function room(name, options = {}) {
  const { moduleNameMapper, ...others } = options;
  return {
    displayName: name,
    rootDir,
    roots: [`<rootDir>/test/${together ? 'support' : name}`],
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    testEnvironment: '<rootDir>/config/jest-node.cjs',
    transform: byEsbuild,
    transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
    moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
    moduleNameMapper: {
      '^@shared/(.*)$': '<rootDir>/src/shared/$1',
      '\\.s?css$': '<rootDir>/test/support/empty-style.ts',
      ...moduleNameMapper,
    },
    ...others,
  };
}

/** The rooms that talk to the real PostgreSQL share one server, started and stopped once a run. */
const withDatabase = Object.fromEntries(
  [
    ['globalSetup', 'test/support/global-setup.ts'],
    ['globalTeardown', 'test/support/global-teardown.ts'],
  ]
    .map(([hook, path]) => [hook, join(rootDir, path)])
    .filter(([, path]) => existsSync(path)),
);

module.exports = {
  rootDir,
  // Two lanes of checks share the machine's cores; no test waits for this long, and one that hangs still ends.
  testTimeout: 30_000,
  projects: [
    room('shared'),
    room('server', withDatabase),
    room('app', {
      testEnvironment: '<rootDir>/config/jest-jsdom.cjs',
      transform: bySwc,
      clearMocks: true,
      setupFiles: ['<rootDir>/test/support/app-environment.ts'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/test/support/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro.ts',
        // As a source of the app names it; whoever tests it itself names it from outside.
        '^(\\.\\./)+client/api$': '<rootDir>/test/support/api.ts',
      },
    }),
    room('journeys', withDatabase),
    room('weapp', withDatabase),
    room('house'),
    // Kills and failovers, by `npm run trial:hosts`.
    room('trials', withDatabase),
  ].filter(({ displayName }) => existsSync(join(rootDir, 'test', displayName))),
};
