import { joinTeam } from '../support/acts/entry';
import { beginDraft, saveProject } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

/** That two who wrote different things choose is shown in WeChat (test/weapp/sharing-and-privacy.test.ts). */
test('a colleague joins by the link, and confirms', async () => {
  const { hand: leader, id: leaderId } = await stage.fresh();
  const entryId = await beginDraft(stage.product, leaderId);
  await saveProject(stage.product, { entryId, leader: leaderId });
  await leader.open('entry/team', { entryId });
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
  await leader.leave();
  await member.leave();
});
