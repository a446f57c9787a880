import type { Disposable } from 'playwright-core';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { mostLevels } from '../../tools/weapp-build/templates';
import { reachContest, reachOutcome, reachTwoMarks } from '../support/acts/rare';
import { filledDraft, submittedEntry } from '../support/entry-factory';
import { enlarge, judge, judgeByAxe, type Mode, modes, tooDeep } from '../support/judge';
import type { Person } from '../support/person';
import { makeWorld } from '../support/world';
import { partsOf, webLevels } from './parts';
import { viewer } from './show-view';
import { everyRoute, inPairs, nameOf, onPhones, type Sitting, sittings, type View } from './sittings';
import { setStage } from './stage';

const stage = setStage();

/** A phone that goes from hand to hand: one that is opened for each makes ready all scripts anew, axe among them. */
type SharedPhone = { person: Person; show: ReturnType<typeof viewer>; comesTo(persona?: string): Promise<void> };

async function sharedPhone(): Promise<SharedPhone> {
  const person = await stage.phone();
  let before: Disposable | undefined;
  return {
    person,
    show: viewer(person),
    /** To someone who has signed in before: what lay in it is gone when it is next opened at an address. */
    async comesTo(persona) {
      await before?.dispose();
      await person.context.clearCookies();
      before = await keeps(person, await signedIn(persona), String(persona));
    },
  };
}

async function signedIn(persona: string | undefined): Promise<Record<string, string>> {
  const { db, clock, home } = stage.product;
  return persona ? { 'xinghuo-session': await openSession(db, personaId(persona), clock.now(), home.random) } : {};
}

/** Lays something into a phone's storage, in place of all that was there, when a holder first opens it at an address. */
const keeps = (person: Person, stored: Record<string, string>, holder: string): Promise<Disposable> =>
  person.firstRuns(
    (given) => {
      const [kept, whose] = JSON.parse(given) as [Record<string, string>, string];
      if (window.sessionStorage.getItem('holder') === whose) return;
      window.sessionStorage.setItem('holder', whose);
      window.localStorage.clear();
      for (const [key, data] of Object.entries(kept)) window.localStorage.setItem(key, JSON.stringify({ data }));
    },
    JSON.stringify([stored, holder]),
  );

/** The phone of someone who has signed in before, and has chosen large words or not. */
async function holds(persona: string | undefined, { elder }: Mode): Promise<Person> {
  const person = await stage.phone();
  if (elder) await person.page.setViewportSize(sizes.elder);
  await keeps(person, { ...(await signedIn(persona)), ...(elder && { 'xinghuo-elder': 'yes' }) }, String(persona));
  return person;
}

/** What is wrong with the page in front, bars and questions of the platform included. How deep it is hangs on no mode. */
const seenFaults = async ({ page }: Person, { elder, least }: Mode) => [
  ...(elder ? [] : tooDeep(await page.evaluate(webLevels))),
  ...(await judge(page, { within: 'body', ...least })),
];
const axeFaults = ({ page }: Person, options = {}) => judgeByAxe(page, { include: ['html'] }, options);
/** Every word's contrast is judged by `look`, in every state and both modes: axe, which takes half its time for it, does so once for each page and mode. */
const butContrast = { rules: { 'color-contrast': { enabled: false } } };
/** What axe finds that hangs on how large and where things are, and `look` does not; the rest hangs on no class. */
const bySize = { runOnly: ['scrollable-region-focusable'] };
const faultsOf = async (person: Person, mode: Mode): Promise<string[]> => [
  ...(await seenFaults(person, mode)),
  ...(await axeFaults(person)),
];

/** Large words are judged where they are hardest to place. */
const sizes = { standard: { width: 375, height: 720 }, elder: { width: 320, height: 568 } };

/** Draws the page that is open in the other mode. */
async function turn({ page }: Person, { elder }: Mode): Promise<void> {
  await page.setViewportSize(elder ? sizes.elder : sizes.standard);
  await enlarge(page, elder);
}

/** The pages that axe has judged in a mode, whoever saw them. */
const judged = new Set<string>();

/** What each view is made of. */
const parts = new Map<string, readonly string[]>();

/** Opens each page once, and judges it in both modes as it stands. */
async function faultsSeen(phone: SharedPhone, { who, persona, views }: Sitting): Promise<Record<string, string[]>> {
  const [standard, elder] = modes;
  const { person, show } = phone;
  await phone.comesTo(persona);
  const found: Record<string, string[]> = {};
  const judgeIn = async (mode: Mode, view: View) => {
    const key = `${view.route} ${mode.elder}`;
    const isNew = !judged.has(key);
    judged.add(key);
    const faults = await seenFaults(person, mode);
    // Elder mode is classes on a page that axe has judged in all its states: there it looks once at each page, at what sizes can spoil.
    if (isNew || !mode.elder) faults.push(...(await axeFaults(person, mode.elder ? bySize : isNew ? {} : butContrast)));
    if (faults.length > 0) found[`${nameOf(who, view)}${mode.elder ? ' in elder mode' : ''}`] = faults;
  };
  // The window stays as the view before left it: drawing it anew for every mode of every view takes twice as long.
  let [first, second]: readonly [Mode, Mode] = [standard, elder];
  for (const view of views) {
    await show(view, view === views[0] ? 'by its address' : 'within');
    parts.set(nameOf(who, view), await person.page.evaluate(partsOf));
    if (first.elder) await enlarge(person.page, true);
    await judgeIn(first, view);
    await turn(person, second);
    await judgeIn(second, view);
    [first, second] = [second, first];
  }
  await turn(person, standard);
  return found;
}

test('every page, as those see it who use it, can be read, touched and heard, in standard and in elder mode', async () => {
  const all = sittings(await makeWorld(stage.product));
  const shown = new Set(all.flatMap(({ views }) => views.map(({ route }) => route)));
  expect(everyRoute.filter((route) => !shown.has(route))).toEqual([]);
  await stage.product.told();
  let found = {};
  const phones = [await sharedPhone(), await sharedPhone()] as const;
  for (const pair of inPairs(all)) {
    for (const { before } of pair) await before?.(stage.product);
    const seen = pair.map((sitting, i) => faultsSeen(phones[i === 0 ? 0 : 1], sitting));
    found = Object.assign(found, ...(await Promise.all(seen)));
  }
  for (const { person } of phones) await person.leave();
  expect(found).toEqual({});
  // What phones do not show has no part that they do not show elsewhere.
  const shownThere = onPhones(all).flatMap(({ who, views }) => views.map((view) => nameOf(who, view)));
  const met = new Set(shownThere.flatMap((name) => parts.get(name) ?? []));
  const unmet = [...parts].map(([name, its]) => [name, its.filter((part) => !met.has(part))] as const);
  expect(unmet.filter(([, its]) => its.length > 0)).toEqual([]);
}, 600_000);

test('elder mode is chosen by one tap, holds for every page at once, and stays', async () => {
  const reader = await stage.phone('entrant-new');
  await reader.open('account/settings');
  await reader.tap('elder');
  await reader.at('elder').and(reader.page.locator('[aria-checked="true"]')).waitFor();
  await reader.open('home');
  await reader.page.locator('.xh-elder .xh-page.elder').waitFor();
  await reader.open('account/settings');
  await reader.tap('elder');
  await reader.page.locator(':root:not(.xh-elder) .xh-page:not(.elder)').waitFor();
  await reader.leave();
});

test('a page that comes in front is said, and its tab is told by more than its colour', async () => {
  const visitor = await stage.phone();
  const { page } = visitor;
  const comesFront = async (words: string) => {
    await page.getByRole('status').and(page.locator('#xh-readout')).filter({ hasText: words }).waitFor();
    return page.getByRole('navigation').locator('[aria-current=page]').allInnerTexts();
  };
  await visitor.open('home');
  expect(await comesFront('首页')).toEqual(['首页']);
  await visitor.tapWords('工作台');
  expect(await comesFront('工作台')).toEqual(['工作台']);
  await visitor.tapWords('首页');
  expect(await comesFront('首页')).toEqual(['首页']);
  await visitor.leave();
});

test.each(modes)('what fails and what passes by is told as clearly as the rest (elder: $elder)', async (mode) => {
  const reader = await holds('entrant-new', mode);
  await reader.open('account/settings');
  await reader.type('field-name', '王小明');
  await reader.tap('save-name');
  const toast = reader.page.getByRole('alert').filter({ hasText: '已保存' });
  await toast.getByText('已保存').waitFor();
  expect(await faultsOf(reader, mode)).toEqual([]);
  await reader.page.route('**/api/**', (route) => route.abort());
  await reader.open('home');
  await reader.at('page-retry').waitFor();
  expect(await faultsOf(reader, mode)).toEqual([]);
  await reader.leave();
});

/** Walked where it is hardest to tap, in large words on the smallest phone; judged in both modes as it stands. */
test('what two wrote against each other, and what became of a batch, is as clear', async () => {
  const { product } = stage;
  const [standard, elder] = modes;
  const faultsInBoth = async (person: Person) => {
    const inElder = await faultsOf(person, elder);
    await turn(person, standard);
    const inStandard = await faultsOf(person, standard);
    await turn(person, elder);
    return [...inElder, ...inStandard];
  };
  const { entryId } = await filledDraft(product, { leader: 'entrant-new' });
  const leader = await holds('entrant-new', elder);
  await reachContest(leader, product, entryId);
  expect(await faultsInBoth(leader)).toEqual([]);
  await leader.leave();

  const entries = [await submittedEntry(product), await submittedEntry(product), await submittedEntry(product)];
  const clerk = await holds('clerk-puxian-1', elder);
  await reachOutcome(
    clerk,
    product,
    entries.map((each) => each.entryId),
  );
  expect(await faultsInBoth(clerk)).toEqual([]);
  const marked = await submittedEntry(product);
  await reachTwoMarks(clerk, product, 'clerk-puxian-1', marked.entryId);
  expect(await faultsInBoth(clerk)).toEqual([]);
  await clerk.leave();
});

test('a sheet and a question take the focus, keep it, are answered by keys, and give it back', async () => {
  const leader = await stage.person('entrant-new');
  const { entryId } = await submittedEntry(stage.product, { leader: 'entrant-new' });
  const { page } = leader;
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest('.xh-sheet [id]')?.id ?? activeElement?.textContent;
    });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return focused();
  };
  const asksToLeave = async () => {
    await page.getByRole('alertdialog', { name: '退赛' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === '取消');
  };
  /** For twelve frames the sheet takes the focus again where it is lost (src/ui/fields/focus-field.ts): no fingers are as quick. */
  const sheetHolds = async () => {
    await leader.focuses('withdraw-sheet-close');
    await page.evaluate(async () => {
      for (let frame = 0; frame <= 12; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    });
    await leader.focuses('withdraw-sheet-close');
  };
  await leader.open('entry/status', { entryId });
  await leader.at('withdraw').press('Enter');
  await sheetHolds();
  expect(await press('Tab')).toBe('withdraw-reason');
  // A field keeps its keys to itself, but not this one.
  await page.keyboard.press('Escape');
  await leader.focuses('withdraw');
  await page.keyboard.press('Enter');
  await sheetHolds();
  expect(await press('Tab')).toBe('withdraw-reason');
  expect(await press('Tab')).toBe('withdraw-send');
  expect(await press('Tab')).toBe('withdraw-sheet-close');
  expect(await press('Shift+Tab')).toBe('withdraw-send');
  await page.keyboard.press('Enter');
  await asksToLeave();
  expect(await press('Tab')).toBe('退赛');
  expect(await press('Tab')).toBe('取消');
  await page.keyboard.press('Escape');
  await leader.focuses('withdraw-send');
  await page.keyboard.press('Escape');
  await leader.focuses('withdraw');
  await page.keyboard.press('Enter');
  await sheetHolds();
  await leader.at('withdraw-send').focus();
  await page.keyboard.press('Enter');
  await asksToLeave();
  await press('Tab', 'Enter');
  await leader.sees('已退赛');
  expect((await stage.entry(entryId)).state).toBe('withdrawn');
});

test('a page that is spoilt is noticed, by eye and by axe', async () => {
  const [standard, elder] = modes;
  const visitor = await holds(undefined, standard);
  await viewer(visitor)({ route: 'policies' });
  expect(await faultsOf(visitor, standard)).toEqual([]);
  // Before it is drawn large it is too small for elder mode.
  expect(await seenFaults(visitor, elder)).not.toEqual([]);
  await enlarge(visitor.page, true);
  expect(await seenFaults(visitor, elder)).toEqual([]);
  await enlarge(visitor.page, false);
  await visitor.page.evaluate(() => {
    document.querySelector('.taro-tabbar__tabbar')?.removeAttribute('role');
    const row = document.querySelector<HTMLElement>('.xh-row-detail');
    if (row) Object.assign(row.style, { color: '#8c8c8c', fontSize: '14px' });
  });
  const faults = await faultsOf(visitor, standard);
  const heard = (told: string) => faults.filter((fault) => fault.includes(told)).length;
  expect(heard('has words of 14 px')).toBe(1);
  expect(heard('stands out only 3.36:1')).toBe(1);
  expect(heard('breaks color-contrast (serious)')).toBe(1);
  expect(heard('breaks region (moderate)')).toBe(1);
  // One below the other, as many as drawn safely, below what holds them.
  await visitor.page.evaluate((levels) => {
    let within = document.querySelector('.xh-row-detail');
    for (let n = 0; n < levels; n += 1) within = within?.appendChild(document.createElement('taro-view-core')) ?? null;
  }, mostLevels);
  expect((await seenFaults(visitor, standard)).filter((fault) => fault.includes('levels of elements'))).toHaveLength(1);
  await visitor.leave();
});
