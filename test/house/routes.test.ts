import { pathOf, publicRoutes } from '../../src/shared/routes';
import { allRoutes } from './routes';
import { allFiles, codeOf } from './tree';

test('every route has its page and its title, and there is no other page', () => {
  const expected = allRoutes.flatMap((path) => [`src${path}.config.ts`, `src${path}.tsx`]);
  const found = allFiles.filter((path) => path.startsWith('src/pages/') || path.startsWith('src/packages/'));
  expect(found).toEqual(expected.sort());
});

test('every page has a title in Chinese', () => {
  const untitled = allRoutes.filter(
    (path) => !/navigationBarTitleText: '[^']*\p{Script=Han}[^']*'/u.test(codeOf(`src${path}.config.ts`)),
  );
  expect(untitled).toEqual([]);
});

test('exactly the public pages can be handed on, and the two pages that hand on an invitation', () => {
  const shared = allRoutes.filter((path) => codeOf(`src${path}.config.ts`).includes('enableShareAppMessage: true'));
  expect(shared.sort()).toEqual(
    [...publicRoutes, 'entry/team' as const, 'staff/grant-code' as const].map(pathOf).sort(),
  );
});

test('page paths are written nowhere but in the list of routes', () => {
  // The tab bar's pictures and words stand beside its four paths.
  const known = ['src/shared/routes.ts', 'src/app.config.ts'];
  const offenders = allFiles
    .filter((path) => /^(src|cloudfunctions)\/.*\.tsx?$/.test(path) && !known.includes(path))
    .filter((path) => /['"`]\/?(pages|packages)\/[a-z]+\//.test(codeOf(path)));
  expect(offenders).toEqual([]);
});
