import { readFileSync } from 'node:fs';
import path from 'node:path';

type Use = { get(part: 'options'): object; loader(path: string): Use; options(options: object): Use };
type Modules = { rule(name: string): { use(name: string): Use } };

/** `.browserslistrc` in esbuild's words: `iOS >= 13` is `ios13`. */
const oldest = readFileSync(path.join(__dirname, '../.browserslistrc'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.toLowerCase().replace(' >= ', ''));

/**
 * Sources are turned by esbuild instead of Babel, in a tenth of its time (docs/decisions/0015-the-time-of-the-tests.md).
 * @param modules of a webpack chain, in which Taro's rule for scripts stands under its name
 */
export function turnByEsbuild(modules: Modules): void {
  const use = modules.rule('script').use('babelLoader');
  const { plugins } = use.get('options') as { plugins?: unknown[] };
  // A mini program has no `import()`. Destructuring every such phone has; what the older ones do not know of it is a defaults' corner.
  const supported = { destructuring: true, 'dynamic-import': process.env.TARO_ENV !== 'weapp' };
  use.loader(path.join(__dirname, 'by-esbuild.cjs')).options({ plugins, target: oldest, supported });
}
