import { posix } from 'node:path';
import { appJson, type Build, jsonOf } from './build';

/** A file that another needs, and how it names it. */
export type Reference = { from: string; to: string; how: string };

const beside = (file: string, path: string): string =>
  posix.normalize(path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path));

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** What a component or a page consists of; WeChat takes the style sheet when there is one. */
function partsOf(from: string, path: string, how: string): Reference[] {
  return ['.js', '.json', '.wxml'].map((ending) => ({ from, to: `${path}${ending}`, how }));
}

const withEnding = (path: string, ending: string): string => (path.endsWith(ending) ? path : `${path}${ending}`);

/** What one file of the build asks for by name. */
export function referencesOf(build: Build, file: string): Reference[] {
  const text = build.text(file);
  const to = (how: string) => (path: string) => ({ from: file, to: beside(file, path), how });
  if (file.endsWith('.js')) {
    return matches(text, /\brequire\("(\.[^"]+)"\)/g).map((path) => to('require')(withEnding(path, '.js')));
  }
  if (file.endsWith('.wxss')) return matches(text, /@import\s+(?:url\()?["']([^"']+)["']/g).map(to('@import'));
  if (file.endsWith('.wxml')) {
    return [
      ...matches(text, /<(?:import|include)\s[^>]*?src="([^"{]+)"/g).map((path) =>
        to('import')(withEnding(path, '.wxml')),
      ),
      ...matches(text, /<wxs\s[^>]*?src="([^"]+)"/g).map(to('wxs')),
    ];
  }
  if (file.endsWith('.json')) {
    const { usingComponents } = jsonOf<{ usingComponents: Record<string, string> }>(build, file);
    return Object.values(usingComponents ?? {}).flatMap((path) =>
      partsOf(file, beside(file, path), `usingComponents ${path}`),
    );
  }
  return [];
}

/** What WeChat asks for before any page does. */
export function rootReferences(build: Build): Reference[] {
  const app = appJson(build);
  const pages = pagesOf(app).flatMap((page) => partsOf('app.json', page, 'page'));
  const icons = (app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) =>
    [iconPath, selectedIconPath].flatMap((path) => path ?? []),
  );
  return [
    ...['app.js', 'app.json'].map((to) => ({ from: 'WeChat', to, how: 'app' })),
    ...pages,
    ...(app.sitemapLocation === undefined ? [] : [{ from: 'app.json', to: app.sitemapLocation, how: 'sitemap' }]),
    ...icons.map((to) => ({ from: 'app.json', to, how: 'tab bar' })),
  ];
}

/** Every page's path without an ending, the main package's first. */
export function pagesOf({ pages = [], subPackages = [] }: ReturnType<typeof appJson>): string[] {
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => posix.join(root, page)))];
}
