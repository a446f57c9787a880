/**
 * Every page's path, once: page lists, subpackages, links between pages and links in notices are made from it.
 * Keys are `<package>/<page>`; `main` holds the four tabs.
 */
export const mainPages = ['home', 'workbench', 'policies', 'me'] as const;

export const packages = {
  entry: ['eligibility', 'entry', 'section', 'materials', 'team', 'invitation', 'receipt', 'status', 'late', 'confirm'],
  staff: [
    'queue',
    'search',
    'review',
    'batch',
    'feedback',
    'security',
    'grants',
    'grant-code',
    'openings',
    'audit',
    'contest',
    'drift',
    'announcements',
    'announcement',
    'counter',
    'hand-over',
    'signed-paper',
    'late-codes',
    'late-code',
    'award-list',
    'award-claims',
    'award-claim',
    'applicant',
    'editions',
    'edition',
    'edition-part',
    'policies',
    'policy',
    'policy-draft',
    'policy-part',
    'policy-preview',
    'policy-told',
    'unsent',
    'content',
    'retention',
    'wordings',
    'wording',
    'preview',
    'applications',
    'application',
    'places',
    'site-setup',
    'place-line',
    'bookings',
    'classes',
    'class',
    'class-plan',
    'class-code',
    'nominees',
    'referral-board',
    'referral',
    'payments',
    'loans',
    'statements',
    'subsidies',
  ],
  account: [
    'signin',
    'notices',
    'settings',
    'complaint',
    'code',
    'award',
    'web-sign-in',
    'devices',
    'openings',
    'consents',
    'data',
  ],
  policy: [
    'facts',
    'check',
    'print',
    'loan',
    'application',
    'places',
    'stay',
    'hours',
    'classes',
    'class',
    'certificate',
    'referral',
  ],
  open: [
    'region',
    'announcement',
    'announcements',
    'guide',
    'results',
    'subsidies',
    'policy',
    'film',
    'missing',
    'privacy',
  ],
} as const;

type Packages = typeof packages;
export type Route =
  | (typeof mainPages)[number]
  | { [P in keyof Packages]: `${P}/${Packages[P][number]}` }[keyof Packages];

/** Pages that stand for themselves: they may be handed on, and found by a search. Whatever is somebody's own is not among them. */
export const publicRoutes: readonly Route[] = [
  'home',
  'policies',
  'open/region',
  'open/announcement',
  'open/announcements',
  'open/guide',
  'open/results',
  'open/subsidies',
  'open/policy',
  'open/privacy',
  'policy/loan',
  'policy/places',
  'policy/hours',
  'policy/classes',
  'policy/class',
  'policy/certificate',
];

/** `/pages/home/index` or `/packages/entry/section/index`, without parameters. */
export function pathOf(route: Route): string {
  const [first, page] = route.split('/');
  return page === undefined ? `/pages/${first}/index` : `/packages/${first}/${page}/index`;
}

export const isTab = (route: Route): boolean => !route.includes('/');

/** The same of a path as the platform tells it, with or without its first slash and parameters. */
export const isTabPath = (path: string): boolean =>
  mainPages.some((page) => pathOf(page) === `/${path.replace(/^\//, '').split('?')[0]}`);

/** A page with its parameters, for navigation and for notices. Empty parameters are left out. */
export function link(route: Route, params: Readonly<Record<string, string | null | undefined>> = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
    .join('&');
  return query === '' ? pathOf(route) : `${pathOf(route)}?${query}`;
}
