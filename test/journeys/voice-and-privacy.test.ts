import { at } from '../../cloudfunctions/core/platform/schema';
import { link } from '../../src/shared/routes';
import { asPersona } from '../support/acts/entry';
import { submittedEntry } from '../support/entry-factory';
import { voiceWalks } from '../support/walks/voice';
import { setStage } from './stage';

const stage = setStage();
const minute = 60_000;

for (const [name, walk] of Object.entries(voiceWalks)) test(name, () => walk(stage.home));

test('a stranger who opens an entry by its address learns nothing of it', async () => {
  const { entryId } = await submittedEntry(stage.product, { title: '别人的项目' });
  const { hand: stranger } = await stage.fresh();
  for (const route of ['entry/entry', 'entry/status', 'entry/receipt', 'staff/review'] as const) {
    await stranger.open(route, { entryId });
    await stranger.sees('没有找到');
    expect(await stranger.words()).not.toMatch(/别人的项目|蒲县|王小明|1426|138/);
  }
  await stranger.leave();
});

test('a file opens for whom its address was signed, for nobody else, and not after its minutes', async () => {
  const { entryId } = await submittedEntry(stage.product, { title: '看文件' });
  const clerk = await stage.person('clerk-puxian-1');
  await clerk.open('staff/review', { entryId });
  const asked = clerk.context.waitForEvent('request', (request) => request.url().includes('/files/'));
  await clerk.page.locator('[id^="open-"]').filter({ visible: true }).first().tap();
  const address = (await asked).url();
  const own = await clerk.context.request.get(address);
  expect([own.status(), own.headers()['content-type']]).toEqual([200, 'application/pdf']);

  const colleague = await stage.phone();
  await colleague.open('account/signin', { back: link('me') });
  await asPersona('clerk-puxian-2')(colleague);
  await colleague.arrives('me');
  expect((await colleague.context.request.get(address)).status()).toBe(403);
  const visitor = await stage.phone();
  expect((await visitor.context.request.get(address)).status()).toBe(401);
  await stage.product.pass(30 * minute);
  expect((await clerk.context.request.get(address)).status()).toBe(403);
  await visitor.leave();
});

test('a session that was ended elsewhere leads to signing in again, and then back', async () => {
  const { product } = stage;
  const reader = await stage.phone('new');
  const { person_id } = await product.db
    .selectFrom('session')
    .select('person_id')
    .orderBy('person_id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  await product.db
    .updateTable('session')
    .set({ revoked_at: at(product.clock.now()) })
    .where('person_id', '=', person_id)
    .execute();
  await reader.open('workbench');
  await reader.tap('sign-in');
  await reader.tap('persona-member');
  await reader.arrives('workbench');
  await reader.sees('暂无待办');
  await reader.leave();
});
