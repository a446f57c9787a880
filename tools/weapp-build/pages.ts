import { mainPages, packages, pathOf, type Route } from '../../src/shared/routes';
import { appJson, type Build, filesEnding, packageOf } from './build';
import { pagesOf, type Reference, referencesOf, rootReferences } from './references';

/** Lies in the build without being asked for: texts of licences, which WeChat does not upload, and the tools' own settings. */
const unasked = /\.LICENSE\.txt$|^project\.config\.json$/;

const routes = [
  ...mainPages.map((page) => pathOf(page)),
  ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => pathOf(`${name}/${page}` as Route))),
].map((path) => path.slice(1));

/** The pages are those of `src/shared/routes.ts`, in the packages where it has them. */
export function checkPages(build: Build): string[] {
  const app = appJson(build);
  const built = pagesOf(app);
  const tabs = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
  return [
    ...routes.filter((page) => !built.includes(page)).map((page) => `app.json lacks the page ${page}`),
    ...built.filter((page) => !routes.includes(page)).map((page) => `app.json has a page without a route: ${page}`),
    ...tabs
      .filter((page) => !(app.pages ?? []).includes(page))
      .map((page) => `the tab bar leads to ${page}, which is no page of the main package`),
    ...(tabs.length < 2 || tabs.length > 5 ? [`the tab bar has ${tabs.length} entries, WeChat wants 2 to 5`] : []),
  ];
}

/** A subpackage is downloaded by itself: it may use the main package and itself, and the main package only itself. */
const strays = ({ from, to, how }: Reference): boolean =>
  how !== 'page' && packageOf(to) !== 'main' && packageOf(to) !== packageOf(from);

function reach(build: Build): Record<'lacking' | 'straying', readonly Reference[]> & { reached: ReadonlySet<string> } {
  const reached = new Set<string>();
  const lacking: Reference[] = [];
  const straying: Reference[] = [];
  const waiting = rootReferences(build);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (strays(next)) straying.push(next);
    if (!build.files.has(next.to)) lacking.push(next);
    else if (!reached.has(next.to)) {
      reached.add(next.to);
      // The style sheet beside a page, a component or the app comes without being named.
      const style = next.to.replace(/\.(js|json|wxml)$/, '.wxss');
      if (build.files.has(style)) waiting.push({ from: next.to, to: style, how: 'style' });
      waiting.push(...referencesOf(build, next.to));
    }
  }
  return { reached, lacking, straying };
}

/** Every file that is asked for is there, is JSON where it should be, and no file lies there that nothing leads to. */
export function checkFiles(build: Build): string[] {
  const { reached, lacking, straying } = reach(build);
  const broken = filesEnding(build, '.json').filter((file) => {
    try {
      return typeof JSON.parse(build.text(file)) !== 'object';
    } catch {
      return true;
    }
  });
  return [
    ...new Set(lacking.map(({ from, to, how }) => `${to} is missing (${how} of ${from})`)),
    ...straying.map(({ from, to, how }) => `${from} reaches into another package: ${to} (${how})`),
    ...broken.map((file) => `${file} is not JSON`),
    ...[...build.files.keys()]
      .filter((file) => !reached.has(file) && !unasked.test(file))
      .map((file) => `${file} lies in the build, but nothing leads to it`),
  ].sort();
}
