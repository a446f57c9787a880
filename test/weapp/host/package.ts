/**
 * Turns an unmodified `dist/weapp` into scripts that a browser can load: one for the main package, one for each
 * subpackage, as WeChat downloads them. Templates go through WeChat's open template compiler; style sheets are made
 * to mean in a browser what they mean in WeChat; each script becomes a CommonJS module out of whose reach the browser lies.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { toBrowserStyle } from './style';

export type PackagedApp = {
  /** The root of each subpackage, and the script that brings it. The main package's root is the empty string. */
  scripts: ReadonlyMap<string, string>;
};

/** What the mini program runtime does not have (platform §3): inside the app's scripts these names mean `undefined`. */
const absent = [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'screen', 'frames', 'parent', 'top', 'opener'],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'cookieStore',
    'fetch',
    'Request',
    'Response',
    'Headers',
  ],
  ...['XMLHttpRequest', 'WebSocket', 'EventSource', 'FormData', 'Blob', 'File', 'FileReader', 'URL', 'URLSearchParams'],
  ...['AbortController', 'AbortSignal', 'TextEncoder', 'TextDecoder', 'crypto', 'btoa', 'atob', 'structuredClone'],
  ...['performance', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'Event'],
  ...[
    'EventTarget',
    'CustomEvent',
    'Element',
    'HTMLElement',
    'Node',
    'Image',
    'Worker',
    'SharedWorker',
    'MessageChannel',
  ],
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'customElements', 'matchMedia', 'getComputedStyle'],
  ...['alert', 'confirm', 'prompt', 'open', 'postMessage', 'addEventListener', 'removeEventListener', 'WebAssembly'],
];

/** What it has: a module's own three names, and the functions that each file finds. */
const given = [
  ...['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'getApp', 'getCurrentPages'],
  ...['globalThis', 'global'],
];

/** @param folder the build; throws with every complaint of the template compiler, since its warnings are WeChat's errors */
export function packageApp(folder: string): PackagedApp {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const app = JSON.parse(text('app.json')) as { subPackages?: { root: string }[] };
  const roots = (app.subPackages ?? []).map(({ root }) => root);
  const rootOf = (file: string) => roots.find((root) => file.startsWith(`${root}/`)) ?? '';

  const scripts = new Map<string, string>();
  for (const root of ['', ...roots]) {
    const own = files.filter((file) => rootOf(file) === root);
    const ending = (end: string) => own.filter((file) => file.endsWith(end));
    const parts = [
      ...ending('.json').map((file) => `weapp.json(${JSON.stringify(file)}, ${text(file)});`),
      ...ending('.wxss').map((file) => {
        const style = toBrowserStyle(text(file), (name) => text(join(file, '..', name)));
        return `weapp.style(${JSON.stringify(file)}, ${JSON.stringify(style)});`;
      }),
      ...ending('.png').map((file) => {
        const bytes = readFileSync(join(folder, file)).toString('base64');
        return `weapp.picture(${JSON.stringify(file)}, 'data:image/png;base64,${bytes}');`;
      }),
      ...ending('.js').map((file) => asModule(file, text(file))),
    ];
    scripts.set(root, parts.join('\n'));
  }
  // A template of a subpackage includes one of the main package, so they are compiled together and travel with the latter.
  scripts.set('', `${scripts.get('') ?? ''}\nweapp.templates((() => ${compile(files, text)})());`);
  return { scripts };
}

function compile(files: readonly string[], text: (file: string) => string): string {
  const group = new TmplGroup();
  const faults: string[] = [];
  for (const file of files) {
    if (file.endsWith('.wxs')) group.addScript(file.replace(/\.wxs$/, ''), text(file));
    if (!file.endsWith('.wxml')) continue;
    for (const fault of group.addTmpl(file.replace(/\.wxml$/, ''), text(file)) as unknown[]) {
      faults.push(`${file}: ${JSON.stringify(fault)}`);
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const made = group.getTmplGenObjectGroups();
  group.free();
  return made;
}

/** Strict, so that a function called on nothing does not find the browser's window as its `this`. */
function asModule(file: string, source: string): string {
  const shadows = `'use strict'; var ${absent.join(', ')};`;
  return `weapp.module(${JSON.stringify(file)}, function (${given.join(', ')}) { ${shadows} (function () { ${source}\n})(); });`;
}
