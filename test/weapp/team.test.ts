import { begin, fill, project } from './entry-acts';
import { setStage } from './stage';

const stage = setStage();

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
  await page.type('field-phone', '13900139000');
  await page.tap('join');
  await page.arrive('packages/entry/team/index');
  await page.tap('consent');
  await page.see('已确认参赛');
  const row = await stage.db.selectFrom('entry_member').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '李强', access: 'edit', phone_masked: '139****9000' });
});
