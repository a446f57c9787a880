import { begin, fill, project } from '../support/acts/entry';
import { submittedEntry } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

test('a colleague joins by the link, confirms, writes along; two who wrote different things choose', async () => {
  const leader = await stage.phone('new');
  const entryId = await begin(leader, 'idea_team');
  await fill(leader, 'project', project);
  await leader.tap('section-team');
  await leader.tap('invite');
  await leader.tap('make-link');
  const address = await leader.reads('invite-link', 'http');
  await leader.tap('invite-sheet-close');

  const member = await stage.phone();
  await member.openLink(new URL(address).pathname + new URL(address).search);
  await member.tap('sign-in');
  await member.tap('persona-member');
  await member.arrives('entry/invitation');
  await member.sees('蒲县山货直供', '查看并一起填写');
  await member.tap('join');
  await member.at('field-name-error').waitFor();
  await member.type('field-name', '李强');
  await member.type('field-roleZh', '技术');
  await member.type('field-phone', '19900009000');
  await member.tap('join');
  await member.arrives('entry/team');
  await member.tap('consent');
  await member.sees('已确认参赛');
  const row = await stage.product.db
    .selectFrom('entry_member')
    .selectAll()
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '李强', access: 'edit', phone_masked: '199****9000' });
  expect(row.consented_at).not.toBeNull();

  for (const person of [leader, member]) {
    await person.open('entry/section', { entryId, section: 'project' });
    await person.at('field-title').waitFor();
  }
  await member.type('field-title', '蒲县核桃到家');
  await member.tap('done');
  await member.arrives('entry/entry');
  await leader.type('field-title', '蒲县山货到家');
  await leader.tap('done');
  await leader.sees('有人先保存了不同的内容', '团队成员', '蒲县核桃到家', '蒲县山货到家');
  await leader.tap('contest-title-theirs');
  await leader.tap('settle');
  await leader.at('field-title').waitFor();
  expect(await leader.value('field-title')).toBe('蒲县核桃到家');
  expect((await stage.entry(entryId)).title).toBe('蒲县核桃到家');
  await leader.leave();
  await member.leave();
});

test('taking back keeps the number and says that it is not leaving; leaving says that it is for good', async () => {
  const entrant = await stage.phone('new');
  const { entryId, reference } = await submittedEntry(stage.product, { leader: await stage.whoHolds(entrant) });
  await entrant.open('entry/status', { entryId });
  await entrant.tap('recall');
  expect(await entrant.answer(false)).toContain('撤回不是退赛');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'submitted' });
  await entrant.tap('recall');
  await entrant.answer(true);
  await entrant.arrives('entry/entry');
  await entrant.sees('已撤回，可以继续修改');
  await entrant.at('submit').waitFor();
  expect(await stage.entry(entryId)).toMatchObject({ state: 'draft', reference });

  await entrant.tap('withdraw');
  await entrant.type('withdraw-reason', '今年先不参加');
  await entrant.tap('withdraw-send');
  expect(await entrant.answer(true)).toContain('退赛后本项目不能恢复');
  await entrant.sees('已退赛');
  expect(await stage.entry(entryId)).toMatchObject({ state: 'withdrawn', reference });
  await entrant.leave();
});
