import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SectionName } from '../../src/shared/entry/sections';
import { answer, plan, project } from '../support/acts/entry';
import { beginDraft } from '../support/entry-factory';
import type { Person } from '../support/person';
import { streamPdf } from '../support/sample-files/pdf';
import { wrongCreditCode } from '../support/walks/entrant';
import { setStage } from './stage';

const stage = setStage();
const folder = mkdtempSync(join(tmpdir(), 'xinghuo-journey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const mb = 1024 * 1024;

/** A real PDF of that size on the phone. */
async function bigFile(size: number): Promise<string> {
  const path = join(folder, `路演-${size / mb}MB.pdf`);
  await pipeline(Readable.from(streamPdf(size)), createWriteStream(path));
  return path;
}

/** A part of a draft in 蒲县 in which nothing stands yet, before a fresh person. */
async function freshAt(
  route: 'entry/materials' | 'entry/section',
  params: Record<string, string> = {},
): Promise<{ entrant: Person; entryId: string }> {
  const { hand: entrant, id } = await stage.fresh();
  const entryId = await beginDraft(stage.product, id, { group: 'start_up' });
  await entrant.open(route, { entryId, ...params });
  return { entrant, entryId };
}

const sectionOf = (entryId: string, section: SectionName) =>
  stage.product.db
    .selectFrom('section')
    .selectAll()
    .where('subject_id', '=', entryId)
    .where('section', '=', section)
    .executeTakeFirst();

/** The other walks of an entrant are walked in WeChat (test/weapp/walks.test.ts). */
test('a credit code with a wrong check character is said so beside its field, which has the focus', () =>
  wrongCreditCode(stage.home));

test('a program under the name of a PDF, and a file of 60 MB, are refused in words; what stood there stays', async () => {
  const { entrant, entryId } = await freshAt('entry/materials');
  const program = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00'), Buffer.alloc(4000)]);
  await entrant.pick('pick-business_plan', { name: '商业计划书.pdf', bytes: program });
  expect(await entrant.reads('refusal-business_plan')).toMatch(/商业计划书\.pdf：.*(程序|不是|内容)/);
  const big = await bigFile(60 * mb);
  await entrant.pick('pick-pitch_deck', big);
  expect(await entrant.reads('refusal-pitch_deck')).toMatch(/50 MB/);
  const taken = await stage.product.db
    .selectFrom('upload')
    .select('state')
    .where('subject_id', '=', entryId)
    .where('state', '=', 'accepted')
    .execute();
  expect(taken).toEqual([]);
  await entrant.leave();
});

test('a page that is killed while typing loses nothing, on another phone with a new session', async () => {
  const first = await stage.phone('member');
  const entryId = await beginDraft(stage.product, 'member');
  await first.open('entry/section', { entryId, section: 'project' });
  await answer(first, project);
  await first.reads('save-sign', '已自动保存 09:00');
  await first.page.close({ runBeforeUnload: false });
  await first.leave();
  expect((await sectionOf(entryId, 'project'))?.data).toMatchObject({ title: '蒲县山货直供', claimsIp: false });

  const second = await stage.phone('member');
  await second.open('workbench');
  await second.tapWords('蒲县山货直供');
  await second.arrives('entry/entry');
  await second.reads('section-project', '已完成');
  await second.tap('section-project');
  expect(await second.value('field-description')).toContain('和十二户农家签了收购约定');
  await second.leave();
});

test('what is typed without a network stays, is told to be kept here only, and is saved when the network is back', async () => {
  const { entrant, entryId } = await freshAt('entry/section', { section: 'project' });
  await entrant.at('field-title').waitFor();
  await entrant.context.setOffline(true);
  await answer(entrant, project);
  await entrant.reads('save-sign', '网络不通，内容已暂存在本机');
  expect((await sectionOf(entryId, 'project'))?.data).not.toHaveProperty('title');
  await entrant.context.setOffline(false);
  await entrant.reads('save-sign', '已自动保存');
  expect((await sectionOf(entryId, 'project'))?.data).toMatchObject({ title: '蒲县山货直供' });
  await entrant.leave();
});

test('an upload that is cancelled leaves nothing, and one that broke off is sent again by one tap', async () => {
  const { entrant, entryId } = await freshAt('entry/materials');
  await entrant.page.route('**/files/*', () => undefined);
  await entrant.pick('pick-pitch_deck', await bigFile(20 * mb));
  await entrant.sees('传输中');
  await entrant.tap('cancel-pitch_deck');
  await entrant.at('pick-pitch_deck').waitFor();
  await entrant.page.unroute('**/files/*');
  await entrant.page.route('**/files/*', (route) => route.abort());
  await entrant.pick('pick-business_plan', plan);
  await entrant.sees('没有传完');
  await entrant.page.unroute('**/files/*');
  await entrant.tap('retry-business_plan');
  await entrant.reads('slot-business_plan', '已收到');
  const states = await stage.product.db
    .selectFrom('upload')
    .select(['slot', 'state'])
    .where('subject_id', '=', entryId)
    .where('state', '=', 'accepted')
    .execute();
  expect(states).toEqual([{ slot: 'business_plan', state: 'accepted' }]);
  await entrant.leave();
});

test('an address that is no page says so and leads home', async () => {
  const visitor = await stage.phone();
  await visitor.openLink('/packages/gone/long-ago/index');
  await visitor.sees('没有这个页面');
  await visitor.tap('way-home');
  await visitor.arrives('home');
});

test('a page that is left as soon as it has come gives the one before back, for good', async () => {
  const visitor = await stage.phone();
  await visitor.open('home');
  await visitor.tap('enter');
  await visitor.reads('field-contestId');
  await visitor.page.goBack();
  await visitor.page.waitForFunction(() => document.querySelector('[id="field-contestId"]') === null);
  await visitor.tap('enter');
  await visitor.arrives('entry/eligibility');
  await visitor.leave();
});

test('a page that does not come is told of at the page before; one that comes after somebody went elsewhere stays away', async () => {
  const visitor = await stage.phone();
  const { page } = visitor;
  await visitor.open('home');
  await visitor.tab('policies');
  await visitor.arrives('policies');
  await visitor.tab('home');
  await page.route('**/js/*.js', (route) => route.abort());
  await visitor.tap('enter');
  await visitor.sees('页面没有打开，请检查网络后再试');
  await visitor.arrives('home');
  await page.unroute('**/js/*.js');

  let letGo: () => void = () => undefined;
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  await page.route('**/js/*.js', async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest('**/js/*.js');
  await visitor.tap('enter');
  await visitor.tab('policies');
  await visitor.arrives('policies');
  letGo();
  await (await asked).response();
  await page.unrouteAll({ behavior: 'wait' });
  await page.waitForLoadState('networkidle');
  await visitor.arrives('policies');
  expect(await page.locator('[id="field-contestId"]').count()).toBe(0);
  await visitor.tab('home');
  await visitor.tap('enter');
  await visitor.arrives('entry/eligibility');
  await visitor.context.close();
});
