/**
 * One project a room: `jest --selectProjects server` runs a single room.
 * Sources are transformed by presets of our own; Taro's babel.config.js is for the mini app's bundles and is not read.
 */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const rootDir = join(__dirname, '..');

const transform = {
  '^.+\\.(c|m)?(j|t)sx?$': [
    'babel-jest',
    {
      babelrc: false,
      configFile: false,
      presets: [
        ['@babel/preset-env', { targets: { node: '20' } }],
        ['@babel/preset-typescript', { onlyRemoveTypeImports: true }],
        ['@babel/preset-react', { runtime: 'automatic' }],
      ],
    },
  ],
};

/** Packages published as ES modules only: Jest runs CommonJS, so these are transformed too. */
const esmOnly = ['@orpc', 'hono', '@hono', 'json-schema-typed', 'rou3'];

function room(name, options = {}) {
  const { moduleNameMapper, ...others } = options;
  return {
    displayName: name,
    rootDir,
    roots: [`<rootDir>/test/${name}`],
    testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    testEnvironment: 'node',
    transform,
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
      testEnvironment: 'jsdom',
      clearMocks: true,
      setupFiles: ['<rootDir>/test/support/app-environment.ts'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/test/support/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro.ts',
      },
    }),
    room('journeys', withDatabase),
    room('weapp', withDatabase),
    room('house'),
  ].filter(({ displayName }) => existsSync(join(rootDir, 'test', displayName))),
};
