/**
 * Turns a source into what Node runs, by swc, for the room whose tests replace modules: it lifts `jest.mock` above the imports and leaves an
 * imported name to be looked up in its module when it is used, which the stand-in for Taro needs; esbuild (jest-transform.cjs) does neither.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');
const { transformSync, version } = require('@swc/core');

const own = readFileSync(__filename);

module.exports = {
  process: (text, file) =>
    transformSync(text, {
      filename: file,
      configFile: false,
      swcrc: false,
      sourceMaps: true,
      module: { type: 'commonjs' },
      jsc: {
        target: 'es2022',
        parser: /\.tsx?$/.test(file)
          ? { syntax: 'typescript', tsx: extname(file) === '.tsx' }
          : { syntax: 'ecmascript' },
        transform: { react: { runtime: 'automatic' }, hidden: { jest: true } },
      },
    }),
  getCacheKey: (text, file) => createHash('sha256').update(own).update(version).update(file).update(text).digest('hex'),
};
