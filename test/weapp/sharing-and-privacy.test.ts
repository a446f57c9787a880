import { link } from '../../src/shared/routes';
import { joinTeam, licence, plan, writeAgainst } from '../support/acts/entry';
import { beginDraft, saveProject } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

/** A draft begun by whoever has this openid. */
const draftOf = async (openid: string) => {
  const leader = await stage.cloud.personOf(openid);
  return { entryId: await beginDraft(stage.home.server, leader), leader };
};

test('who refuses the privacy guide is told so and chooses no file; who agrees goes on, and is not asked again', async () => {
  const { entryId } = await draftOf('o-private');
  const { page, restart } = await stage.phone('o-private', { start: link('entry/materials', { entryId }) });
  await page.attach('pick-business_plan', plan);
  await page.sees('用户隐私保护提示', '您要选择聊天里的文件。');
  await page.tap('privacy-guide');
  expect(await page.answer(true)).toContain('用户隐私保护指引');
  await page.tap('privacy-refuse');
  await page.reads('unchosen-business_plan', '您未同意隐私授权，操作已取消。');
  expect(await stage.db.selectFrom('upload').selectAll().execute()).toEqual([]);

  await page.tap('pick-business_plan');
  await page.tap('privacy-agree');
  await page.reads('slot-business_plan', plan.name);
  await restart();
  await page.tap('enter');
  await page.arrives('entry/eligibility');
  await page.tapWords('未命名项目');
  await page.tap('section-materials');
  await page.attach('pick-licence', licence, 'album');
  await page.reads('slot-licence', '照片-1124-');
});

test('a phone number is bound when the guide and the number are agreed to, and nothing is asked of the server before', async () => {
  const { page, calls } = await stage.phone('o-number', {
    start: '/packages/account/settings/index',
    behind: stage.cloud.behind('o-number', '19900007000'),
  });
  await page.reads('bind-phone', '绑定微信手机号');
  const before = calls();
  await page.tap('bind-phone');
  await page.sees('您要使用微信绑定的手机号。');
  await page.tap('privacy-refuse');
  await page.sees('您未同意隐私授权，操作已取消。');
  await page.tap('bind-phone');
  await page.tap('privacy-agree');
  expect(await page.answer(false)).toContain('申请获取并验证您的手机号');
  expect(calls()).toBe(before);
  await page.tap('bind-phone');
  await page.answer(true);
  await page.reads('bind-phone', '更换手机号（199****7000）');
  const { phone_sealed } = await stage.db
    .selectFrom('person')
    .select('phone_sealed')
    .where('openid', '=', 'o-number')
    .executeTakeFirstOrThrow();
  expect(phone_sealed).not.toContain('19900007000');
});

test('a colleague opens the invitation from a share card in a chat, joins, consents; two who wrote different things choose', async () => {
  const draft = await draftOf('o-leader');
  const { entryId } = draft;
  await saveProject(stage.home.server, draft);
  const leader = await stage.phone('o-leader', { start: link('entry/team', { entryId }) });
  await leader.page.tap('invite');
  await leader.page.tap('make-link');
  await leader.page.tap('share-link');
  const { title, path } = await leader.card();
  expect(title).toBe('邀请您加入参赛团队');

  const member = await stage.phone('o-member', { start: path });
  await joinTeam(member.page);
  const row = await stage.db.selectFrom('entry_member').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '李强', access: 'edit', phone_masked: '199****9000' });
  await writeAgainst(leader.page, member.page, entryId);
  expect(await leader.page.value('field-title')).toBe('蒲县核桃到家');
  const { title: kept } = await stage.db
    .selectFrom('entry')
    .select('title')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow();
  expect(kept).toBe('蒲县核桃到家');
});
