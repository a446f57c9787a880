import { setStage } from './stage';

const stage = setStage();

test('a first start: the home page with 18 regions, the tabs, and a question who may enter', async () => {
  const { page } = await stage.phone('o-visitor');
  await page.see('县（市、区）赛场', '18 个');
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

test('an entry is begun and filled; what was typed is kept when the app is killed, and a clerk sees the queue', async () => {
  const entrant = await stage.phone('o-entrant');
  const { page } = entrant;
  await page.tap('enter');
  await page.pick('field-contestId', '蒲县');
  await page.tap('field-trackCode-rural_revitalisation');
  await page.tap('field-groupCode-idea_team');
  await page.pick('field-birthDate', '1990-03-07');
  await page.tap('start');
  await page.arrive('packages/entry/entry/index');
  await page.tap('section-project');
  await page.arrive('packages/entry/section/index');
  await page.type('field-title', '蒲县山货直供');
  await page.type('field-summary', '把山里的核桃和蜂蜜直接送到城里人的餐桌上');
  await page.see('已自动保存');
  stage.cloud.freeze();
  await entrant.restart('/pages/workbench/index');
  await page.see('蒲县山货直供');
});
