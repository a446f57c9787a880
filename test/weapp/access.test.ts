import { sql } from 'kysely';
import { link } from '../../src/shared/routes';
import { everyRoute, inPairs, nameOf, onPhones, type Sitting, sittings, type View } from '../journeys/sittings';
import { reachContest, reachOutcome, reachTwoMarks } from '../support/acts/rare';
import { filledDraft, submittedEntry } from '../support/entry-factory';
import { enlarge, judge, judgeByAxe, type Mode, modes, tooDeep } from '../support/judge';
import { makeWorld, type World } from '../support/world';
import type { MiniProgram } from './host/open';
import { openViewer, type Viewer } from './show-view';
import { setStage } from './stage';

const stage = setStage();
/** Standard measures on the narrowest phone, large ones on a usual one. */
const widths = { narrow: 320, usual: 375 };

const front = '.wx-frame:not([hidden])';
/** Roles, states and names; there is no keyboard and no document here. The browser's field inside WeChat's is the host's own. */
const spoken = { runOnly: ['cat.aria', 'cat.name-role-value'] };

/** What a browser never shows: WeChat's question about the privacy guide, put by our own sheet, and what follows a refusal. */
function askedByWechat({ begun }: World): Sitting {
  const materials = { route: 'entry/materials', params: { entryId: begun.entryId } } as const;
  const ends = 'privacy-refuse';
  return {
    who: 'entrant-asked',
    persona: 'entrant-new',
    views: [
      { ...materials, as: 'privacy', taps: ['pick-pitch_deck'], ends },
      { ...materials, as: 'privacy-refused', taps: ['pick-pitch_deck', ends] },
      { route: 'account/settings', as: 'privacy-number', taps: ['bind-phone'], ends },
      { route: 'account/settings', as: 'privacy-number-refused', taps: ['bind-phone', ends] },
    ],
  };
}

/** What is seen to be wrong with the page in front; the bars around it are WeChat's. */
const seenFaults = async ({ window, levels }: MiniProgram, { least }: Mode): Promise<string[]> => [
  ...tooDeep(await levels()),
  ...(await judge(window, { within: front, ...least })),
];

const faultsOf = async (phone: MiniProgram, mode: Mode): Promise<string[]> => [
  ...(await seenFaults(phone, mode)),
  ...(await judgeByAxe(phone.window, { include: [front], exclude: ['wx-input > *', 'wx-textarea > *'] }, spoken)),
];

/** On phones the known people's openids are `o-` and their persona's name. */
const knowPersonas = () =>
  sql`update person set openid = 'o-' || persona where persona is not null`.execute(stage.home.server.db);

/** The phone of someone who has chosen large words or not. */
async function holds(persona: string | undefined, { elder }: Mode): Promise<Viewer> {
  const viewer = await openViewer(stage, `o-${persona ?? 'newcomer'}`, elder ? widths.usual : widths.narrow);
  if (elder) await viewer.show({ route: 'account/settings', taps: ['elder'] });
  return viewer;
}

/** Draws the page that is open in the other mode. */
async function turn({ window }: MiniProgram, { elder }: Mode): Promise<void> {
  await window.setViewportSize({ width: elder ? widths.usual : widths.narrow, height: 720 });
  await enlarge(window, elder);
}

/**
 * Opens each page once, and judges it as it stands; in elder mode, too, the first time that a page of its kind is met: what else becomes of it there is
 * judged on the web, whose styles are the same (test/journeys/access.test.ts).
 */
async function faultsSeen({ who, persona, views }: Sitting, enlarged: Set<string>): Promise<Record<string, string[]>> {
  const [standard, elder] = modes;
  const { phone, show } = await holds(persona, standard);
  const found: Record<string, string[]> = {};
  const tell = (view: View, faults: string[], how: string) => {
    if (faults.length > 0) found[`${nameOf(who, view)} ${how}`] = faults;
  };
  for (const view of views) {
    await show(view);
    tell(view, await faultsOf(phone, standard), 'on a narrow phone');
    if (!enlarged.has(view.route)) {
      enlarged.add(view.route);
      await turn(phone, elder);
      // Elder mode is a class: roles, states and names, which are all that axe judges here, hang on none.
      tell(view, await seenFaults(phone, elder), 'in elder mode');
      await turn(phone, standard);
    }
    if (view.asks) await phone.page.answer(false);
    if (view.ends) await phone.page.tap(view.ends);
  }
  await phone.close();
  return found;
}

test('every page, as those see it who use it, can be read, touched and heard, on a narrow phone and in elder mode', async () => {
  const { server, due } = stage.home;
  await knowPersonas();
  const world = await makeWorld(server);
  const all = [askedByWechat(world), ...onPhones(sittings(world))];
  const shown = new Set(all.flatMap(({ views }) => views.map(({ route }) => route)));
  expect(everyRoute.filter((route) => !shown.has(route))).toEqual([]);
  await due();
  let found = {};
  const enlarged = new Set<string>();
  for (const pair of inPairs(all)) {
    for (const { before } of pair) await before?.(server);
    found = Object.assign(found, ...(await Promise.all(pair.map((sitting) => faultsSeen(sitting, enlarged)))));
  }
  expect(found).toEqual({});
}, 600_000);

/** Walked where it is hardest to tap, in large words; judged in both modes as it stands. */
test('what two wrote against each other, and what became of a batch, is as clear', async () => {
  const { server } = stage.home;
  const [standard, elder] = modes;
  const faultsInBoth = async ({ phone }: Viewer) => {
    const inElder = await faultsOf(phone, elder);
    await turn(phone, standard);
    const inStandard = await faultsOf(phone, standard);
    await turn(phone, elder);
    return [...inElder, ...inStandard];
  };
  await knowPersonas();
  const { entryId } = await filledDraft(server, { leader: 'entrant-new' });
  const leader = await holds('entrant-new', elder);
  await reachContest(leader.phone.page, server, entryId);
  expect(await faultsInBoth(leader)).toEqual([]);

  const entries = [await submittedEntry(server), await submittedEntry(server), await submittedEntry(server)];
  const clerk = await holds('clerk-puxian-1', elder);
  await reachOutcome(
    clerk.phone.page,
    server,
    entries.map((each) => each.entryId),
  );
  expect(await faultsInBoth(clerk)).toEqual([]);
  const marked = await submittedEntry(server);
  await reachTwoMarks(clerk.phone.page, server, 'clerk-puxian-1', marked.entryId);
  expect(await faultsInBoth(clerk)).toEqual([]);
});

const home: View = { route: 'home' };
const missing: View = { route: 'entry/eligibility', params: { contestId: 'LF-XH-2026-141033' }, taps: ['start'] };
type Spoil = { css: string } | { at: string; lose: string } | { at: string; say: string };

/** Each takes one thing away from a page that is in order. */
const spoils: Array<[view: View, spoil: Spoil, told: string]> = [
  [
    home,
    { css: '.xh-home-foot wx-view { font-size: 12px }' },
    '演示环境。除公开报道过的项目名称外，项目 has words of 12 px',
  ],
  [home, { css: '#enter.xh-button { color: #ff9999 }' }, 'enter stands out only 2.71:1'],
  [
    home,
    { css: '.xh-home-name { line-height: 1.2 }' },
    '2026 年星火项目创业大赛（演示） has lines of 31.2px for words of 26px',
  ],
  [home, { css: '#enter.xh-button { min-height: 40px }' }, 'enter is 292.5 by 40 px'],
  [home, { css: '#enter.xh-button { width: 60px; white-space: nowrap }' }, 'enter cuts off its words: 我要报名'],
  [home, { css: '.xh-home-foot { width: 400px }' }, 'reaches out of the window'],
  [home, { at: '#enter', say: '' }, 'enter has no name'],
  [{ route: 'policies' }, { at: '.xh-tag', say: '' }, 'says nothing'],
  [home, { at: '.xh-home-name', lose: 'aria-level' }, '0 headings of the first level'],
  [missing, { css: '.xh-box { border-color: #cccccc }' }, 'stands out only 1.61:1'],
  [missing, { at: '.xh-notice', lose: 'aria-live' }, 'is not read out when it comes'],
  [missing, { at: '#field-birthDate', lose: 'aria-describedby' }, 'field-birthDate is wrong, and does not say why'],
  [missing, { at: '#field-birthDate-error', lose: 'id' }, 'is described by field-birthDate-error, which is not there'],
  [
    missing,
    { at: '#field-groupCode-growth', lose: 'aria-checked' },
    '#field-groupCode-growth breaks aria-required-attr',
  ],
  // Last, since the question stays until it is answered.
  [
    { route: 'account/settings', taps: ['bind-phone'] },
    { css: '.xh-privacy-note { color: #b0b0b0 }' },
    'stands out only 2.17:1',
  ],
];

test('whatever is taken away from a page is noticed', async () => {
  const { phone, show } = await openViewer(stage, 'o-spoiler', widths.narrow);
  const [standard, elder] = modes;
  const unnoticed: unknown[] = [];
  // Before it is drawn large a page is too small for elder mode.
  await show(home);
  expect(await seenFaults(phone, elder)).not.toEqual([]);
  await enlarge(phone.window, true);
  expect(await seenFaults(phone, elder)).toEqual([]);
  await enlarge(phone.window, false);
  const inOrder = new Set<View>();
  for (const [view, spoil, told] of spoils) {
    await show(view);
    if (!inOrder.has(view)) expect(await faultsOf(phone, standard)).toEqual([]);
    inOrder.add(view);
    const style = 'css' in spoil ? await phone.window.addStyleTag({ content: spoil.css }) : null;
    await phone.window.evaluate((done) => {
      const part = 'at' in done ? document.querySelector(`.wx-frame:not([hidden]) ${done.at}`) : null;
      if ('lose' in done) part?.removeAttribute(done.lose);
      if ('say' in done && part) part.textContent = done.say;
    }, spoil);
    const faults = await faultsOf(phone, standard);
    if (!faults.some((fault) => fault.includes(told))) unnoticed.push({ ...spoil, told, faults });
    await style?.evaluate((element) => (element as Element).remove());
  }
  expect(unnoticed).toEqual([]);
});

test('who is led to signing in reads that WeChat has done it, and goes on', async () => {
  const { page } = await stage.phone('o-linked', {
    start: link('account/signin', { back: link('account/settings') }),
  });
  await page.sees('您已通过微信登录');
  await page.tap('go-on');
  await page.arrives('account/settings');
});
