import { at } from '../../cloudfunctions/core/platform/schema';
import { insertEntryRows } from '../support/entry-rows';
import { fixedNow } from '../support/fixed-clock';
import { begin, fill, jobs, leader, project } from './entry-acts';
import { setStage } from './stage';

const stage = setStage();

test('a first start: the home page with 18 regions, the tabs, and the question who may enter', async () => {
  const { page } = await stage.phone('o-visitor');
  await page.see('县（市、区）赛场', '18 个');
  await page.pullDown();
  await page.tab('policies');
  await page.arrive('pages/policies/index');
  await page.tab('me');
  await page.arrive('pages/me/index');
  await page.tab('workbench');
  await page.see('还没有待办');
  await page.tab('home');
  await page.tap('enter');
  await page.arrive('packages/entry/eligibility/index');
  await page.see('先看看能不能报');
  await page.back();
  await page.arrive('pages/home/index');
});

test('an entry is begun and filled part by part, and is still there when the app was killed and starts cold', async () => {
  const { page, restart } = await stage.phone('o-entrant');
  await begin(page);
  await fill(page, 'project', project);
  await fill(page, 'leader', leader());
  await fill(page, 'jobs', jobs);
  const entry = await stage.db.selectFrom('entry').select(['state', 'title', 'region_id']).executeTakeFirstOrThrow();
  expect(entry).toEqual({ state: 'draft', title: '蒲县山货直供', region_id: '141033' });
  const { sealed } = await stage.db
    .selectFrom('entry_sealed')
    .select('sealed')
    .where('field', '=', 'leader.idNumber')
    .executeTakeFirstOrThrow();
  expect(sealed).not.toContain('141000');

  const started = stage.cloud.started();
  stage.cloud.freeze();
  await restart();
  await page.tap('enter');
  await page.tapWords('蒲县山货直供');
  await page.arrive('packages/entry/entry/index');
  await page.tap('section-leader');
  await page.see('1410**********');
  expect(stage.cloud.started()).toBeGreaterThan(started);
});

test('what is typed while the network is gone is kept on the phone, and saved when it is back', async () => {
  const { page, network, restart } = await stage.phone('o-underground');
  await begin(page);
  await page.tap('section-project');
  await page.type('field-title', '隧道里填的项目');
  await page.read('save-sign', '已自动保存');
  await network(false);
  await page.type('field-summary', '没有信号也能填');
  await page.read('save-sign', '网络不通，内容已暂存在本机');
  await network(true);
  await page.read('save-sign', '已自动保存');
  await restart();
  await page.tap('enter');
  await page.tapWords('隧道里填的项目');
  await page.tap('section-project');
  expect(await page.value('field-summary')).toBe('没有信号也能填');
});

test('a clerk, known by the openid alone, finds the county queue, draws it down and opens an entry', async () => {
  const { db, cloud } = stage;
  const [entryId] = await insertEntryRows(db, { count: 1, regionId: '141033', state: 'submitted' });
  await cloud.callAs('o-clerk')('api', { path: 'people/me', input: {}, key: null });
  const { id } = await db.selectFrom('person').select('id').where('openid', '=', 'o-clerk').executeTakeFirstOrThrow();
  await db
    .insertInto('role_grant')
    .values({
      id: id.replace(/^./, 'f'),
      person_id: id,
      role: 'regionStaff',
      region_id: '141033',
      given_by: null,
      given_at: at(fixedNow),
    })
    .execute();
  const { page } = await stage.phone('o-clerk');
  await page.tab('workbench');
  await page.tap('queue-LF-XH-2026-141033');
  await page.arrive('packages/staff/queue/index');
  await page.read('queue-count', '共 1 个');
  await page.pullDown();
  await page.tap(`row-${entryId}`);
  await page.arrive('packages/staff/review/index');
  await page.read('claim');
});

test('a deep link from a message opens its page, and leads back to the home page', async () => {
  const { page, restart } = await stage.phone('o-reader', { start: '/packages/account/notices/index' });
  await page.arrive('packages/account/notices/index');
  await page.see('消息');
  await restart('/packages/open/policy/index');
  await page.arrive('packages/open/policy/index');
});
