import { link } from '../../src/shared/routes';
import { begin, fill, jobs, leader, project } from '../support/acts/entry';
import { beginDraft } from '../support/entry-factory';
import { insertEntryRows } from '../support/entry-rows';
import { setStage } from './stage';

const stage = setStage();

test('a first start: the home page with 18 regions, the tabs, and the question who may enter', async () => {
  const { page } = await stage.phone('o-visitor');
  await page.sees('18 个赛场');
  await page.pullDown();
  await page.tab('policies');
  await page.arrives('policies');
  await page.tab('me');
  await page.arrives('me');
  await page.tab('workbench');
  await page.sees('暂无待办');
  await page.tab('home');
  await page.tap('enter');
  await page.arrives('entry/eligibility');
  await page.sees('报名条件自查');
  await page.back();
  await page.arrives('home');
});

test('an entry is begun and filled part by part, and is still there when the app was killed and starts cold', async () => {
  const { page, restart } = await stage.phone('o-entrant');
  await begin(page, 'idea_team');
  await fill(page, 'project', project);
  await fill(page, 'leader', leader());
  await fill(page, 'jobs', jobs);
  const entry = await stage.db.selectFrom('entry').select(['state', 'title', 'region_id']).executeTakeFirstOrThrow();
  expect(entry).toEqual({ state: 'draft', title: '蒲县山货直供', region_id: '141033' });
  const { sealed } = await stage.db
    .selectFrom('sealed_value')
    .select('sealed')
    .where('field', '=', 'leader.idNumber')
    .executeTakeFirstOrThrow();
  expect(sealed).not.toContain('141000');

  const started = stage.cloud.started();
  stage.cloud.freeze();
  await restart();
  await page.tap('enter');
  await page.arrives('entry/eligibility');
  await page.tapWords('蒲县山货直供');
  await page.arrives('entry/entry');
  await page.tap('section-leader');
  await page.sees('1410**********');
  expect(stage.cloud.started()).toBeGreaterThan(started);
});

test('what is typed while the network is gone is kept on the phone, and saved when it is back', async () => {
  const entryId = await beginDraft(stage.home.server, await stage.cloud.personOf('o-underground'));
  const start = link('entry/section', { entryId, section: 'project' });
  const { page, network, restart } = await stage.phone('o-underground', { start });
  await page.type('field-title', '隧道里填的项目');
  await page.reads('save-sign', '已自动保存');
  await network(false);
  await page.type('field-summary', '没有信号也能填');
  await page.reads('save-sign', '网络不通，内容已暂存在本机');
  await network(true);
  await page.reads('save-sign', '已自动保存');
  await restart();
  await page.tap('enter');
  await page.arrives('entry/eligibility');
  await page.tapWords('隧道里填的项目');
  await page.tap('section-project');
  expect(await page.value('field-summary')).toBe('没有信号也能填');
});

test('a clerk, known by the openid alone, finds the county queue, draws it down and opens an entry', async () => {
  const [entryId] = await insertEntryRows(stage.db, { count: 1, regionId: '141033', state: 'submitted' });
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const { page } = await stage.phone('o-clerk');
  await page.tab('workbench');
  await page.tap('queue-LF-XH-2026-141033');
  await page.arrives('staff/queue');
  await page.reads('queue-count', '共 1 个');
  await page.pullDown();
  await page.tap(`row-${entryId}`);
  await page.arrives('staff/review');
  await page.reads('claim');
});

test('a deep link from a message opens its page, and leads back to the home page', async () => {
  const { page, restart } = await stage.phone('o-reader', { start: '/packages/account/notices/index' });
  await page.arrives('account/notices');
  await page.sees('消息');
  await restart('/packages/open/policy/index');
  await page.arrives('open/policy');
});
