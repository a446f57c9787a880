/**
 * Turns a source into what the oldest phones run, by esbuild instead of Babel, in a tenth of its time
 * (docs/decisions/0015-the-time-of-the-tests.md). A loader of webpack's; its options are esbuild's, and `plugins` for Babel, which are asked only where
 * a file names Taro's APIs: for browsers each of them is imported by its name, so that no others are brought.
 */
const { transform } = require('esbuild');

const kinds = { '.ts': 'ts', '.tsx': 'tsx', '.jsx': 'jsx' };

module.exports = function byEsbuild(text, map) {
  const { plugins = [], ...options } = this.getOptions();
  const file = this.resourcePath;
  const done = this.async();
  const loader = kinds[file.slice(file.lastIndexOf('.'))] ?? (file.includes('node_modules') ? 'js' : 'jsx');
  transform(text, {
    loader,
    charset: 'utf8',
    jsx: 'automatic',
    sourcefile: file,
    sourcemap: this.sourceMap,
    tsconfigRaw: {},
    ...options,
  }).then(({ code, map: made }) => {
    if (plugins.length === 0 || !code.includes('@tarojs/taro')) return done(null, code, made ? JSON.parse(made) : map);
    const { transformSync } = require('@babel/core');
    const named = transformSync(code, {
      plugins,
      filename: file,
      babelrc: false,
      configFile: false,
      sourceType: 'unambiguous',
      compact: false,
      generatorOpts: { jsescOption: { minimal: true } },
    });
    done(null, named.code, named.map ?? undefined);
  }, done);
};
