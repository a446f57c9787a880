import type { Browser } from 'playwright-core';
import { begin, deck, film, submit, upload } from '../support/acts/entry';
import { claim } from '../support/acts/screening';
import { borrowBrowser, giveBackBrowser } from '../support/browser';
import { fillDraft } from '../support/entry-factory';
import { grantTo } from '../support/grant';
import type { Hand } from '../support/hand';
import { type DraftPart, moveDraft, typeDraft } from '../support/policy-drafts';
import { amended, comesToTheirs, leaves, toldOfAmendment } from '../support/walks/policies';
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

const personOf = async (openid: string): Promise<string> =>
  (await servers.product.db.selectFrom('person').select('id').where('openid', '=', openid).executeTakeFirstOrThrow())
    .id;

const byWechat = (person: Hand) => person.tap('sign-in-wechat');

/** What is typed into an entry, and what happens to it after that, is the same procedures, reached the same way: the road is walked before WeChat's cloud, and in browsers. */
test("servers of one's own: signed in by WeChat's code, begun and sent, files through our own endpoint, taken on and read by the clerk", async () => {
  const { product } = servers;
  const clerk = await phone('o-clerk', '/packages/account/signin/index');
  await byWechat(clerk.page);
  await clerk.page.arrives('workbench');
  await grantTo(product.db, 'o-clerk', 'regionStaff', '141033');
  const { page } = await phone('o-entrant');
  const entryId = await begin(page, 'start_up', byWechat);
  await fillDraft(product, { entryId, leader: await personOf('o-entrant') }, { group: 'start_up' });
  await page.open('entry/materials', { entryId });
  await upload(page, 'pitch_deck', deck, product.told);
  await upload(page, 'video', film, product.told, 'album');
  await page.tap('done');
  await page.arrives('entry/entry');
  expect(await submit(page)).toBe('XH2026-141033-0001');
  await product.told();

  await claim(clerk.page, entryId);
  expect(await readFiles(clerk, entryId)).toEqual(roadFiles);
  await product.told();
  await page.open('account/notices');
  await page.sees('开始审核');
  // Each phone signed in once, and the calls.
  expect(await product.db.selectFrom('session').select('person_id').execute()).toHaveLength(3);
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

test('a winner of 2025 agrees to a message inside the tap that claims the award; of an amendment that concerns them the phone is told, the agreement is spent, and they leave', async () => {
  const { product, wechat } = servers;
  const told = () => product.pass(60_000);
  const { page, agree } = await phone('o-winner', '/packages/account/signin/index');
  agree(true);
  await byWechat(page);
  await page.arrives('workbench');
  const personId = await personOf('o-winner');
  await comesToTheirs(page, personId, product, told);
  const quota = () =>
    product.db
      .selectFrom('phone_quota')
      .select(['purpose', 'left_over'])
      .where('person_id', '=', personId)
      .orderBy('purpose')
      .execute();
  const agreed = (policy: number) => [
    { purpose: 'policy', left_over: policy },
    { purpose: 'reminder', left_over: 1 },
  ];
  expect(await quota()).toEqual(agreed(1));

  const { policyDraftId } = await product.ask<{ policyDraftId: string }>('city', 'policies/startDraft', {
    from: 'amend',
    code: amended,
  });
  await typeDraft(product, policyDraftId, 'basics', { effectiveFrom: '2026-11-24', effectiveTo: '2027-12-31' });
  const { data } = await product.ask<DraftPart>('city', 'policies/draftPart', { policyDraftId, part: 'rule' });
  await typeDraft(product, policyDraftId, 'rule', { 'root/parts': String(data['root/parts']).replace('n4,', '') });
  await moveDraft(product, 'city', policyDraftId, 'propose');
  await moveDraft(product, 'city-2', policyDraftId, 'publish');
  await told();
  expect(await toldOfAmendment(product)).toEqual({ notices: ['policy.amended'], people: [personId] });
  expect(wechat.reminded.filter(({ template }) => template === 'tmpl-policy')).toEqual([
    {
      to: 'o-winner',
      template: 'tmpl-policy',
      page: 'packages/open/policy/index?code=referral',
      values: { thing1: '上级赛事推荐', thing2: '条件有改动，您现在符合，点开看', time3: '2027年12月31日 23:59' },
    },
  ]);
  expect(await quota()).toEqual(agreed(0));
  await page.open('account/notices');
  await page.tapWords('一项政策有改动，您现在符合条件');
  await page.arrives('open/policy');
  await page.sees('按现有资料，各项条件都符合');
  await leaves(page, personId, product, told);
});
