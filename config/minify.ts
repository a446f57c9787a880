import { type JsMinifyOptions, minify } from '@swc/core';

type Minimizers = { minimizer(name: string): { tap(change: (args: object[]) => object[]): unknown } };

/** As Taro has it from terser for pages: names of functions stay. */
export const forBrowsers: JsMinifyOptions = {
  compress: { keep_fnames: true },
  mangle: { keep_fnames: true },
  format: { comments: false },
};

/** As Taro has it from terser for mini programs: little is turned inside out, and scripts are plain letters. */
export const forWechat: JsMinifyOptions = {
  compress: {
    ecma: 5,
    arrows: false,
    collapse_vars: false,
    comparisons: false,
    computed_props: false,
    hoist_funs: false,
    hoist_props: false,
    hoist_vars: false,
    inline: 0,
    loops: false,
    negate_iife: false,
    properties: false,
    reduce_funcs: false,
    reduce_vars: false,
    switches: false,
    toplevel: false,
    typeofs: false,
    directives: false,
  },
  mangle: true,
  format: { comments: false, ascii_only: true, ecma: 5 },
};

/**
 * Scripts are made small by swc instead of terser, in a tenth of its time (docs/decisions/0015-the-time-of-the-tests.md).
 * @param optimization of a webpack chain, in which Taro's minimizer stands under its name; it has none while pages are made to be watched
 */
export function minifyBySwc(optimization: Minimizers, options: JsMinifyOptions): void {
  if (process.env.NODE_ENV !== 'production') return;
  optimization.minimizer('terserPlugin').tap(([taros]) => [
    {
      ...taros,
      // It has threads of its own.
      parallel: false,
      terserOptions: options,
      minify: async (input: Record<string, string>) => ({
        code: (await minify(Object.values(input)[0] ?? '', options)).code,
      }),
    },
  ]);
}
