/**
 * `npm run shots -- <folder>`: a picture of every page as each persona sees it, on a phone of 375×720, named
 * `<persona>-<page>.png`, and the whole page as `<persona>-<page>-whole.png`; the main ones in elder mode as well.
 * The pages must have been built (npm run build:h5).
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { personas } from '../../cloudfunctions/core/seeds/personas';
import { mainPages, packages, type Route } from '../../src/shared/routes';
import { openBrowser } from '../support/browser';
import { filledDraft } from '../support/entry-factory';
import { meet, type Person } from '../support/person';
import { createTemplate, startServer, teardown } from '../support/postgres';
import { type Product, startProduct } from '../support/product';

type View = {
  route: Route;
  params?: Record<string, string>;
  /** Said in the file's name when a page is shown in more than one state. */
  as?: string;
  /** What is tapped first: a tab of the page, a sheet. */
  taps?: readonly string[];
};
type Sitting = { who: string; persona?: string; elder?: true; views: readonly View[]; before?: () => Promise<unknown> };

const puxian = `${currentEdition}-141033`;
const own: readonly View[] = [
  ...mainPages.map((route): View => ({ route })),
  ...packages.account.map((page): View => ({ route: `account/${page}` })),
];

async function sittings(product: Product): Promise<Sitting[]> {
  const entryOf = async (state: string, claimedBy: string | null = null): Promise<string> => {
    const row = await product.db
      .selectFrom('entry as e')
      .leftJoin('person as p', 'p.id', 'e.claimed_by')
      .select('e.id')
      .where('e.contest_id', '=', puxian)
      .where('e.state', '=', state as 'draft')
      .where((eb) => (claimedBy === null ? eb.lit(true) : eb('p.persona', '=', claimedBy)))
      .orderBy('e.id')
      .limit(1)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const [submitted, held, resubmitted, rejected, qualified, returned] = await Promise.all([
    entryOf('submitted'),
    entryOf('under_review', 'clerk-puxian-1'),
    entryOf('resubmitted'),
    entryOf('rejected'),
    entryOf('qualified'),
    entryOf('returned'),
  ]);
  const { entryId: draft } = await filledDraft(product, { leader: 'entrant-new', group: 'start_up' });
  await product.ask('entrant-new', 'people/sendFeedback', {
    kind: 'complaint',
    body: '窗口说材料要交两遍，希望只交一遍。',
    contact: '19900001111',
  });
  const { token } = await product.ask<{ token: string }>('entrant-new', 'entry/inviteMember', {
    entryId: draft,
    access: 'edit',
  });
  await product.told();

  const entry = (entryId: string): View[] => [
    { route: 'entry/entry', params: { entryId } },
    { route: 'entry/materials', params: { entryId } },
    { route: 'entry/team', params: { entryId } },
    { route: 'entry/status', params: { entryId } },
  ];
  const section = (entryId: string, name: string): View => ({
    route: 'entry/section',
    params: { entryId, section: name },
    as: name,
  });
  const review = (entryId: string, as: string, ...taps: string[]): View => ({
    route: 'staff/review',
    params: { entryId },
    as,
    taps,
  });
  const staff: View[] = [{ route: 'staff/queue' }, review(submitted, 'submitted'), review(qualified, 'qualified')];
  const invitation: View = { route: 'entry/invitation', params: { token } };
  const eligibility: View = { route: 'entry/eligibility', params: { contestId: puxian } };
  const sections = ['project', 'leader', 'entity', 'jobs', 'declaration'];
  const drafting = [...entry(draft), ...sections.map((name) => section(draft, name))];

  return [
    {
      who: 'visitor',
      views: [
        ...own,
        eligibility,
        { ...eligibility, as: 'answered', taps: ['field-trackCode-rural_revitalisation', 'field-groupCode-growth'] },
        invitation,
        { route: 'open/region', params: { contestId: puxian } },
        { route: 'open/results', params: { editionId: 'LF-XH-2025' } },
        { route: 'open/policy', params: await anyPolicy(product) },
        { route: 'entry/entry', params: { entryId: draft } },
        { route: 'staff/queue' },
      ],
    },
    { who: 'entrant-new', persona: 'entrant-new', views: [...own, eligibility, ...drafting] },
    {
      who: 'entrant-returned',
      persona: 'entrant-returned',
      views: [
        ...own,
        ...entry(returned),
        section(returned, 'project'),
        section(returned, 'leader'),
        { route: 'entry/receipt', params: { entryId: returned } },
        { route: 'staff/queue' },
      ],
    },
    { who: 'member', persona: 'member', views: [...own, invitation, ...entry(returned), section(returned, 'project')] },
    {
      who: 'clerk-puxian-1',
      persona: 'clerk-puxian-1',
      views: [
        ...own,
        ...staff,
        { route: 'staff/queue', as: 'filters', taps: ['queue-filters'] },
        { route: 'staff/queue', as: 'picking', taps: ['batch-mode', `pick-${submitted}`] },
        { route: 'staff/batch', params: { ids: [submitted, held, resubmitted].join('.') } },
        review(held, 'held'),
        review(held, 'fault', 'mark-project-fault'),
        review(held, 'checks', 'review-tab-checks'),
        review(held, 'story', 'review-tab-story'),
        review(held, 'more', 'more-moves'),
        review(held, 'transfer', 'more-moves', 'transfer'),
        review(resubmitted, 'resubmitted'),
      ],
    },
    { who: 'clerk-puxian-2', persona: 'clerk-puxian-2', views: [...own, ...staff, review(held, 'held')] },
    {
      who: 'lead-puxian',
      persona: 'lead-puxian',
      views: [...own, ...staff, review(rejected, 'rejected'), review(rejected, 'reopen', 'reopen')],
    },
    { who: 'clerk-yaodu', persona: 'clerk-yaodu', views: [...own, ...staff] },
    { who: 'clerk-lfedz', persona: 'clerk-lfedz', views: [...own, ...staff] },
    {
      who: 'city',
      persona: 'city',
      views: [
        ...own,
        ...staff,
        { route: 'staff/queue', as: 'filters', taps: ['queue-filters'] },
        { route: 'staff/feedback' },
      ],
    },
    { who: 'auditor', persona: 'auditor', views: [...own, ...staff, { route: 'staff/feedback' }] },
    {
      who: 'elder-entrant',
      persona: 'entrant-new',
      elder: true,
      views: [{ route: 'home' }, { route: 'workbench' }, { route: 'me' }, eligibility, ...drafting],
    },
    {
      who: 'elder-clerk',
      persona: 'clerk-puxian-1',
      elder: true,
      views: [{ route: 'workbench' }, { route: 'staff/queue' }, review(held, 'held'), review(submitted, 'submitted')],
    },
    {
      who: 'entrant-submitted',
      persona: 'entrant-new',
      before: () => product.ask('entrant-new', 'entry/submit', { entryId: draft, version: 1 }),
      views: [
        { route: 'workbench' },
        ...entry(draft),
        section(draft, 'project'),
        { route: 'entry/receipt', params: { entryId: draft } },
      ],
    },
  ];
}

async function anyPolicy(product: Product): Promise<Record<string, string>> {
  const { policies } = await product.ask<{ policies: Array<{ code: string }> }>(null, 'policies/list');
  return { code: policies[0]?.code ?? '' };
}

async function picture(person: Person, view: View, path: string): Promise<void> {
  const { page } = person;
  await page.setViewportSize({ width: 375, height: 720 });
  await person.open(view.route, view.params ?? {});
  await settled(person);
  for (const id of view.taps ?? []) {
    await person.tap(id);
    await settled(person);
  }
  await page.screenshot({ path: `${path}.png` });
  const whole = await page.evaluate(() =>
    Math.max(...Array.from(document.querySelectorAll('.taro_page')).map((each) => each.scrollHeight), 720),
  );
  await page.setViewportSize({ width: 375, height: whole + 60 });
  await page.screenshot({ path: `${path}-whole.png` });
}

/** Everything asked for has come, and nothing moves. */
async function settled({ page }: Person): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    () => document.querySelector('.xh-page') !== null && document.querySelector('.xh-skeleton') === null,
  );
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
}

async function main(): Promise<void> {
  const [named] = process.argv.slice(2);
  if (named === undefined) throw new Error('Which folder? npm run shots -- <folder>');
  const folder = resolve(named);
  mkdirSync(folder, { recursive: true });
  await startServer();
  await createTemplate(migrateToLatest);
  const [browser, product] = await Promise.all([openBrowser(), startProduct({ seed: 'demo' })]);
  try {
    const seen = new Set<Route>();
    let count = 0;
    for (const { who, persona, elder, views, before } of await sittings(product)) {
      await before?.();
      const person = await meet(browser, product, persona);
      if (elder) {
        await person.open('account/settings');
        await person.tap('elder');
      }
      for (const view of views) {
        const name = [who, view.route.split('/').at(-1), view.as].filter((part) => part !== undefined).join('-');
        await picture(person, view, resolve(folder, name));
        seen.add(view.route);
        count += 1;
      }
      console.log(`${who}: ${views.length}`);
      await person.leave();
    }
    const routes: Route[] = [
      ...mainPages,
      ...Object.entries(packages).flatMap(([name, pages]) => pages.map((page) => `${name}/${page}` as Route)),
    ];
    const missing = routes.filter((route) => !seen.has(route));
    if (missing.length > 0) throw new Error(`No picture of ${missing.join(', ')}`);
    console.log(`${count} pages of ${personas.length} personas and a visitor, in ${folder}`);
  } finally {
    await browser.close();
    await product.close();
    await teardown();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
