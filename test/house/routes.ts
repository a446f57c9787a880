import { mainPages, packages, pathOf, type Route } from '../../src/shared/routes';

/** Every page's path from the one list of routes. */
export const allRoutes: readonly string[] = [
  ...mainPages.map((page) => pathOf(page)),
  ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => pathOf(`${name}/${page}` as Route))),
];
