/**
 * Names that a script finds in WeChat's runtime without declaring them. A name that is not here throws a ReferenceError on a
 * phone, so whatever a script uses freely has to be here, be asked for by `typeof` first, or stand in `allowed.ts`.
 */
const language = [
  ...[
    'undefined',
    'NaN',
    'Infinity',
    'globalThis',
    'Object',
    'Function',
    'Boolean',
    'Symbol',
    'Number',
    'BigInt',
    'Math',
  ],
  ...['Date', 'String', 'RegExp', 'Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'JSON', 'Promise', 'Proxy', 'Reflect'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array'],
  ...['Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'escape', 'unescape'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
];

/** What WeChat gives to every script. `eval` is not there; Intl and what is younger than the oldest phones are not either. */
const miniProgram = [
  ...['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'requirePlugin', 'requireMiniProgram'],
  ...['require', 'module', 'exports', 'console', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
];

export const knownNames: ReadonlySet<string> = new Set([...language, ...miniProgram]);

/** What a browser has and WeChat has not: reading one of these off the global object gives `undefined`, never what is meant. */
export const browserNames: ReadonlySet<string> = new Set([
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'screen', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket', 'FormData', 'Blob', 'File', 'FileReader', 'URL'],
  ...['URLSearchParams', 'crypto', 'performance', 'addEventListener', 'removeEventListener', 'open', 'alert'],
]);
