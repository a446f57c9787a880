import { pathOf, publicRoutes } from '../../src/shared/routes';
import { appJson, type Build, jsonOf } from './build';

type Sitemap = { rules?: Array<{ action: string; page: string }> };

/** WeChat's search finds the public pages and nothing else. */
export function checkSitemap(build: Build): string[] {
  const { sitemapLocation } = appJson(build);
  if (sitemapLocation === undefined) return ['app.json names no sitemap: WeChat would search every page'];
  const rules = jsonOf<Sitemap>(build, sitemapLocation).rules ?? [];
  const open = publicRoutes.map((route) => pathOf(route).slice(1));
  const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page);
  const last = rules.at(-1);
  return [
    ...allowed
      .filter((page) => !open.includes(page))
      .map((page) => `${sitemapLocation} lets ${page} be found, which is not public`),
    ...open
      .filter((page) => !allowed.includes(page))
      .map((page) => `${sitemapLocation} hides ${page}, which is public`),
    ...(last?.action === 'disallow' && last.page === '*'
      ? []
      : [`${sitemapLocation} does not end by shutting all other pages`]),
  ];
}
