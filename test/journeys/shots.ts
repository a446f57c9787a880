/**
 * `npm run shots -- <folder> [persona …]`: a picture of every page as each persona sees it, on a phone of 375×720, named
 * `<persona>-<page>.png`, and the whole page as `<persona>-<page>-whole.png`; of what staff work with also on a desk of 1280×800, `desk-<persona>-<page>.png`;
 * and each in elder mode on a phone of 320×568, `elder-<persona>-<page>.png`. The pages must have been built (npm run build:h5).
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { contestId, currentEdition } from '../../cloudfunctions/core/seeds/editions';
import type { EntryState } from '../../src/shared/entry/states';
import { openBrowser } from '../support/browser';
import { meet, type Person } from '../support/person';
import { createTemplate, startServer, teardown } from '../support/postgres';
import { type Product, startProduct } from '../support/product';
import { makeBegun } from '../support/world';
import { viewer } from './show-view';
import { nameOf, own, type Seen, type Sitting, sittings, type View } from './sittings';

/** What stands in the demo edition, and what it lacks. */
async function demoWorld(product: Product): Promise<Seen> {
  const entryOf = async (state: EntryState): Promise<{ entryId: string }> => {
    const row = await product.db
      .selectFrom('entry as e')
      .leftJoin('person as p', 'p.id', 'e.claimed_by')
      .select('e.id')
      .where('e.contest_id', '=', contestId(currentEdition, '141033'))
      .where('e.state', '=', state)
      .where((eb) => (state === 'under_review' ? eb('p.persona', '=', 'clerk-puxian-1') : eb.lit(true)))
      .orderBy('e.id')
      .limit(1)
      .executeTakeFirstOrThrow();
    return { entryId: row.id };
  };
  const found = {
    submitted: await entryOf('submitted'),
    held: await entryOf('under_review'),
    returned: await entryOf('returned'),
    resubmitted: await entryOf('resubmitted'),
    qualified: await entryOf('qualified'),
    rejected: await entryOf('rejected'),
  };
  return { ...found, ...(await makeBegun(product)) };
}

/** Everyone's own pages stand in each album; those who see what a colleague sees, with another county's data, have no more. */
function albums(world: Seen): readonly Sitting[] {
  const all = sittings(world);
  const albumOf = ({ views, ...sitting }: Sitting): Sitting => ({
    ...sitting,
    views: [...new Map([...own, ...views].map((view) => [nameOf('', view), view])).values()],
  });
  const queue: View = { route: 'staff/queue' };
  const colleagues = ['clerk-puxian-2', 'clerk-yaodu', 'clerk-lfedz'].map((persona) => ({ who: persona, persona }));
  return [...colleagues.map((colleague) => albumOf({ ...colleague, views: [queue] })), ...all.map(albumOf)];
}

type Size = { width: number; height: number };
const phone: Size = { width: 375, height: 720 };
const smallPhone: Size = { width: 320, height: 568 };
const desk: Size = { width: 1280, height: 800 };

async function album(person: Person, { who, views }: Sitting, folder: string, size: Size): Promise<void> {
  const { page } = person;
  const show = viewer(person);
  for (const view of views) {
    const path = resolve(folder, nameOf(who, view));
    await page.setViewportSize(size);
    await show(view);
    await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
    await page.screenshot({ path: `${path}.png` });
    const whole = await page.evaluate(() =>
      Math.max(...Array.from(document.querySelectorAll('.taro_page')).map((each) => each.scrollHeight), 0),
    );
    if (size !== desk && whole > size.height) {
      await page.setViewportSize({ width: size.width, height: whole + 80 });
      await page.screenshot({ path: `${path}-whole.png` });
    }
  }
  console.log(`${who}: ${views.length}`);
}

/** What stands on a desk: the pages of staff, and the two that lead to them; what a phone has as tabs stands there side by side. */
const onADesk = ({ views, ...sitting }: Sitting): Sitting => ({
  ...sitting,
  who: `desk-${sitting.who}`,
  views: views.filter(
    ({ route, taps = [] }) =>
      (route.startsWith('staff/') || route === 'home' || route === 'workbench') &&
      !taps.some((id) => id.startsWith('review-tab-')),
  ),
});

async function main(): Promise<void> {
  const [named, ...only] = process.argv.slice(2);
  if (named === undefined) throw new Error('Which folder? npm run shots -- <folder>');
  const folder = resolve(named);
  mkdirSync(folder, { recursive: true });
  await startServer();
  await createTemplate(migrateToLatest);
  const [browser, product] = await Promise.all([openBrowser(), startProduct({ seed: 'demo' })]);
  try {
    for (const sitting of albums(await demoWorld(product)).filter(
      ({ who }) => only.length === 0 || only.includes(who),
    )) {
      await sitting.before?.(product);
      await product.told();
      const person = await meet(browser, product, sitting.persona);
      await album(person, sitting, folder, phone);
      const wide = onADesk(sitting);
      if (wide.views.some(({ route }) => route.startsWith('staff/'))) await album(person, wide, folder, desk);
      await person.open('account/settings');
      await person.tap('elder');
      await album(person, { ...sitting, who: `elder-${sitting.who}` }, folder, smallPhone);
      await person.leave();
    }
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
