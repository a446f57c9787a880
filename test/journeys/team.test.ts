import { begin, fill, joinTeam, project, writeAgainst } from '../support/acts/entry';
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
  await joinTeam(member);
  const row = await stage.product.db
    .selectFrom('entry_member')
    .selectAll()
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ name: '李强', access: 'edit', phone_masked: '199****9000' });
  expect(row.consented_at).not.toBeNull();

  await writeAgainst(leader, member, entryId);
  expect(await leader.value('field-title')).toBe('蒲县核桃到家');
  expect((await stage.entry(entryId)).title).toBe('蒲县核桃到家');
  await leader.leave();
  await member.leave();
});
