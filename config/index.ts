import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { FewWords } from './few-words';
import { FreshParts } from './fresh-parts';
import { forBrowsers, forWechat, minifyBySwc } from './minify';
import { turnByEsbuild } from './turn';

const root = path.resolve(__dirname, '..');

// Published for newer engines than the oldest phones and browsers have.
const modernPackages =
  /node_modules[\\/](@tanstack|@orpc|zod|query-string|decode-uri-component|filter-obj|split-on-first|uqr)[\\/]/;
const ourRuntime = path.join(__dirname, '../tools/typing/runtime.ts');
const transpiled = { include: [(file: string) => modernPackages.test(file) || file === ourRuntime] };

const isWeapp = process.env.TARO_ENV === 'weapp';
// Two homes can be built side by side.
const weappRoot = process.env.XINGHUO_WEAPP_OUT ?? 'dist/weapp';
const constants = {
  TARO_APP_HOME: process.env.TARO_APP_HOME ?? (isWeapp ? 'cloud' : 'server'),
  TARO_APP_SERVER: process.env.TARO_APP_SERVER ?? '',
  TARO_APP_CLOUD_ENV: process.env.TARO_APP_CLOUD_ENV ?? '',
};

export default defineConfig({
  projectName: 'xinghuo',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: isWeapp ? weappRoot : 'dist/h5',
  // Taro's templates for WeChat leave out every aria attribute; ours put them back. Taro's fields overwrite what is typed; ours do not.
  plugins: isWeapp
    ? [path.join(__dirname, '../tools/aria/plugin.ts'), path.join(__dirname, '../tools/typing/plugin.ts')]
    : [],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // The mini program is built twice, of which the second time finds the first one's modules.
  cache: { enable: isWeapp || process.env.XINGHUO_BUILD !== 'once' },
  alias: { '@shared': path.join(root, 'src/shared') },
  env: Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
  copy: {
    patterns: isWeapp
      ? [
          { from: 'src/tabs', to: `${weappRoot}/tabs` },
          { from: 'src/sitemap.json', to: `${weappRoot}/sitemap.json` },
        ]
      : [],
    options: {},
  },
  mini: {
    compile: transpiled,
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: true, config: {} } },
    webpackChain(chain) {
      chain.performance.hints(false);
      minifyBySwc(chain.optimization, forWechat);
      turnByEsbuild(chain.module);
      chain.plugin('fewWords').use(FewWords);
      chain.plugin('freshParts').use(FreshParts);
      // react-query waits for ever without it, and the mini program runtime has none.
      chain.plugin('providerPlugin').tap(([provided]) => [
        {
          ...provided,
          AbortController: [path.join(root, 'src/client/transport/abort-controller.ts'), 'AbortController'],
        },
      ]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    compile: transpiled,
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
      ignoreOrder: true,
    },
    // Text keeps its size whatever the window's width; the column is held at phone width by the styles instead.
    postcss: { autoprefixer: { enable: true }, pxtransform: { enable: false, config: {} } },
    webpackChain(chain) {
      // Sizes are judged by our own check after the build, by what a phone downloads first.
      chain.performance.hints(false);
      minifyBySwc(chain.optimization, forBrowsers);
      turnByEsbuild(chain.module);
      chain.plugin('fewWords').use(FewWords);
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20_000,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          vendors: { test: /node_modules/, priority: 10, reuseExistingChunk: true },
          common: { minChunks: 2 },
        },
      });
    },
  },
});
