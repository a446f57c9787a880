import { begin, fill, project } from './entry-acts';
import { setStage } from './stage';

const stage = setStage();

test('who refuses the privacy guide asks nothing of the server; who agrees does, and is told when no number comes', async () => {
  const { page, calls } = await stage.phone('o-private', { start: '/packages/account/settings/index' });
  await page.read('bind-phone', '绑定微信手机号');
  const before = calls();
  await page.tap('bind-phone');
  expect(await page.answer(false)).toContain('用户隐私保护提示');
  await page.tap('bind-phone');
  expect(calls()).toBe(before);
  await page.answer(true);
  await page.see('没有取得手机号，请重试');
  expect(calls()).toBe(before + 1);
});

test('a colleague opens the invitation from a share card in a chat, joins, and consents', async () => {
  const leader = await stage.phone('o-leader');
  await begin(leader.page);
  await fill(leader.page, 'project', project);
  await leader.page.tap('section-team');
  await leader.page.tap('invite');
  await leader.page.tap('make-link');
  await leader.page.tap('share-link');
  const { title, path } = await leader.card();
  expect(title).toBe('邀请您加入参赛团队');

  const { page } = await stage.phone('o-member', { start: path });
  await page.arrive('packages/entry/invitation/index');
  await page.see('蒲县山货直供', '查看并一起填写');
  await page.type('field-name', '李强');
  await page.type('field-roleZh', '技术');
  await page.type('field-phone', '19900009000');
  await page.tap('join');
  await page.arrive('packages/entry/team/index');
  await page.tap('consent');
  await page.see('已确认参赛');
  const row = await stage.db.selectFrom('entry_member').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '李强', access: 'edit', phone_masked: '199****9000' });
});
