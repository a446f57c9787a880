import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack';
import { FreshParts } from '../../config/fresh-parts';

const folder = mkdtempSync(join(tmpdir(), 'xinghuo-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As Taro copies what packages share: at the end, and without a hash. */
const copies: WebpackPluginInstance = {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap('copies', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ANALYSE;
      compilation.hooks.processAssets.tap({ name: 'copies', stage }, (assets) => {
        const original = assets['main.js'];
        if (!original) throw new Error('there is no main.js');
        const { size, source, buffer, map, sourceAndMap } = original;
        const bound = { size, source, buffer, map, sourceAndMap };
        for (const [name, part] of Object.entries(bound)) Object.assign(bound, { [name]: part.bind(original) });
        assets['copy.js'] = { ...bound, updateHash: () => undefined } as unknown as typeof original;
      });
    });
  },
};

/** Builds one module that says a word, with a cache that outlives the build; answers what the copy says. */
function build(said: string, plugins: WebpackPluginInstance[]): Promise<string> {
  writeFileSync(join(folder, 'said.js'), `console.log(${JSON.stringify(said)});`);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './said.js',
    output: { path: join(folder, 'out') },
    cache: { type: 'filesystem', cacheDirectory: join(folder, `cache-${plugins.length}`), buildDependencies: {} },
    plugins,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) =>
      compiler.close(() => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
        else resolve(readFileSync(join(folder, 'out/copy.js'), 'utf8'));
      }),
    );
  });
}

test('what packages share is made anew when it has changed, however much of the last build was kept', async () => {
  const plugins = [copies, new FreshParts()];
  expect(await build('before', plugins)).toBe('console.log("before");');
  expect(await build('after', plugins)).toBe('console.log("after");');
});

test('without it the last build would come back', async () => {
  expect(await build('before', [copies])).toBe('console.log("before");');
  expect(await build('after', [copies])).toBe('console.log("before");');
});
