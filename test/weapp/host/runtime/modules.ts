import type { template } from 'glass-easel';

type Factory = (...given: unknown[]) => void;
type Module = { exports: unknown };

/** Everything the app's packages brought so far. */
export const files = {
  json: new Map<string, unknown>(),
  styles: new Map<string, string>(),
  pictures: new Map<string, string>(),
  templates: {} as Record<string, template.ComponentTemplate['content']>,
};

const factories = new Map<string, Factory>();
const modules = new Map<string, Module>();

/** What `package.ts` writes its scripts against. */
export const delivery = {
  json: (file: string, content: unknown) => void files.json.set(file, content),
  style: (file: string, text: string) => void files.styles.set(file, text),
  picture: (file: string, address: string) => void files.pictures.set(file, address),
  templates: (group: typeof files.templates) => Object.assign(files.templates, group),
  module: (file: string, factory: Factory) => void factories.set(file, factory),
};

/** `../a/./b` seen from `folder`. */
export function resolvePath(folder: string, path: string): string {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A bare global object, as a script finds it there: the language's own names, nothing of the browser. */
const languageNames = [
  ...[
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'BigInt',
    'Math',
    'JSON',
    'Date',
    'RegExp',
  ],
  ...['Promise', 'Proxy', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'Intl'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int32Array', 'Float64Array', 'isNaN', 'isFinite', 'parseInt'],
  ...['parseFloat', 'encodeURIComponent', 'decodeURIComponent', 'setTimeout', 'clearTimeout', 'setInterval'],
  ...['clearInterval', 'console'],
];
const bare: Record<string, unknown> = {};
for (const name of languageNames) bare[name] = Reflect.get(globalThis, name);

/** Runs a file once and answers what it exports. Throws when no package that has arrived holds it. */
export function requireFile(file: string, given: readonly unknown[]): unknown {
  const known = modules.get(file);
  if (known) return known.exports;
  const factory = factories.get(file);
  if (!factory) throw new Error(`module '${file}' is not defined: no package that was loaded brings it`);
  const module: Module = { exports: {} };
  modules.set(file, module);
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const require = (path: string) => {
    const wanted = resolvePath(folder, path);
    return requireFile(wanted.endsWith('.js') ? wanted : `${wanted}.js`, given);
  };
  factory(require, module, module.exports, ...given, bare, bare);
  return module.exports;
}
