import type { Browser } from 'playwright-core';
import { begin, fillAll, submit } from '../support/acts/entry';
import { claim } from '../support/acts/screening';
import { borrowBrowser, giveBackBrowser } from '../support/browser';
import { grantTo } from '../support/grant';
import type { Hand } from '../support/hand';
import { type MiniProgram, openMiniProgram } from './host/open';
import { builtForServers, type OwnServers, openOwnServers } from './own-servers';
import { readFiles, roadFiles } from './read-files';

jest.setTimeout(120_000);
let servers: OwnServers;
let browser: Browser;
let phones: MiniProgram[] = [];

beforeAll(async () => {
  [servers, browser] = await Promise.all([openOwnServers(), borrowBrowser()]);
});
afterEach(async () => {
  const faults = [...phones.flatMap((phone) => phone.faults), ...servers.product.faults.splice(0)];
  for (const phone of phones) await phone.close();
  phones = [];
  expect(faults).toEqual([]);
});
afterAll(async () => {
  await giveBackBrowser();
  await servers?.close();
});

async function phone(openid: string, start?: string): Promise<MiniProgram> {
  const behind = servers.behind(openid);
  const privacy = 'agreed' as const;
  const opened = await openMiniProgram({ browser, behind, build: builtForServers, privacy, ...(start && { start }) });
  phones.push(opened);
  return opened;
}

const byWechat = (person: Hand) => person.tap('sign-in-wechat');

/** What happens to an entry after that is the same procedures, reached the same way: the road is walked before WeChat's cloud, and in browsers. */
test("servers of one's own: signed in by WeChat's code, filled in and sent, files through our own endpoint, taken on and read by the clerk", async () => {
  const { product } = servers;
  const clerk = await phone('o-clerk', '/packages/account/signin/index');
  await byWechat(clerk.page);
  await clerk.page.arrives('workbench');
  await grantTo(product.db, 'o-clerk', 'regionStaff', '141033');
  const { page } = await phone('o-entrant');
  const entryId = await begin(page, 'start_up', byWechat);
  await fillAll(page, product.told);
  expect(await submit(page)).toBe('XH2026-141033-0001');
  await product.told();

  await claim(clerk.page, entryId);
  expect(await readFiles(clerk, entryId)).toEqual(roadFiles);
  await product.told();
  await page.open('account/notices');
  await page.sees('开始审核');
  expect(await product.db.selectFrom('session').select('person_id').execute()).toHaveLength(2);
});

test('a header that claims to come from WeChat signs nobody in, and a code that was used opens no session', async () => {
  const { product, wechat } = servers;
  const post = async (path: string, input: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${product.address}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(input),
    });
    return [response.status, ((await response.json()) as { error?: { code: string } }).error?.code];
  };
  const forged = { 'x-wx-openid': 'o-clerk', 'x-wx-appid': wechat.appid, 'x-wx-source': 'wx_client' };
  expect(await post('entry/mine', {}, forged)).toEqual([401, 'UNAUTHENTICATED']);
  expect(await post('people/me', {}, forged)).toEqual([401, 'UNAUTHENTICATED']);
  const code = wechat.loginCode('o-once');
  expect(await post('people/signInWithWechat', { code })).toEqual([200, undefined]);
  expect(await post('people/signInWithWechat', { code })).toEqual([422, 'PEOPLE_WECHAT_REFUSED']);
  expect(await post('people/signInAs', { persona: 'city' })).toEqual([404, 'NOT_FOUND']);
});

test('a session that was ended elsewhere leads to signing in again', async () => {
  const { product } = servers;
  const { page } = await phone('o-ended', '/packages/account/signin/index');
  await byWechat(page);
  await page.arrives('workbench');
  await product.db
    .updateTable('session')
    .set({ revoked_at: new Date(product.clock.now()) })
    .execute();
  await page.open('workbench');
  await page.tap('sign-in');
  await page.arrives('account/signin');
  await byWechat(page);
  await page.arrives('workbench');
  await page.sees('暂无待办');
});
