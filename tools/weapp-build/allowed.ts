/**
 * Uses that look wrong and cannot go wrong, each named exactly. An entry covers `times` uses in one file; one more is a fault, and
 * an entry that covers nothing any more is a fault too.
 */
export type Allowed = {
  name: string;
  /** How it is used, with every short name that the minifier gave written `_`. */
  code: readonly string[];
  /** Something that stands within 300 characters of it and that no minifier renames. */
  beside: string;
  times: number;
};

export const allowed: readonly Allowed[] = [
  // webpack's way to the global object returns `globalThis` first, which every WeChat has that can run the build at all.
  { name: 'Function', code: ['Function("return this")'], beside: '"object"==typeof globalThis', times: 1 },
  // @tarojs/runtime makes its document in ByteDance's way only in a build for that platform.
  { name: 'tt', code: ['null==tt', 'tt.appDocument'], beside: 'tt.appDocument is not found', times: 2 },
  {
    name: 'tt',
    code: ['null==tt', 'tt.getBuiltInComponents', '_.call(tt)'],
    beside: 'tt.getBuiltInComponents',
    times: 3,
  },
  // react-query asks whether the page is seen, and takes it for seen where there is no document.
  { name: 'document', code: ['globalThis.document'], beside: '.visibilityState', times: 1 },
];
