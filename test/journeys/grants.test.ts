import { submittedEntry } from '../support/entry-factory';
import { judge, judgeByAxe, modes } from '../support/judge';
import { setStage } from './stage';

const stage = setStage();

test('the city invites a clerk by a code; once it is typed one works at the desk, until it is taken back, at once', async () => {
  const { entryId } = await submittedEntry(stage.product);
  const queue = 'queue-LF-XH-2026-141033';
  const city = await stage.person('city');
  await city.open('me');
  await city.tap('grants');
  await city.arrives('staff/grants');
  await city.tap('make-code');
  await city.arrives('staff/grant-code');
  await city.choose('field-role', '审核人员');
  await city.choose('field-scope', '蒲县');
  await city.type('field-note', '县就业局窗口');
  await city.tap('make');
  const code = await city.reads('made-code');
  expect(code).toMatch(/^[34679A-Y]{5}-[34679A-Y]{5}$/);
  const [standard] = modes;
  expect([
    ...(await judge(city.page, { within: 'body', ...standard.least })),
    ...(await judgeByAxe(city.page, { include: ['html'] })),
  ]).toEqual([]);

  const clerk = await stage.phone('new');
  await clerk.tap('use-code');
  await clerk.arrives('account/code');
  await clerk.type('field-code', code.toLowerCase().replace('-', ' '));
  await clerk.type('field-name', '王小明');
  await clerk.tap('send-code');
  await clerk.sees('您已成为审核人员');
  await clerk.tap('to-workbench');
  await clerk.arrives('workbench');
  await clerk.tap(queue);
  await clerk.arrives('staff/queue');
  await clerk.open('staff/review', { entryId });
  await clerk.at('claim').waitFor();

  await city.tap('to-grants');
  await city.arrives('staff/grants');
  await city.tap('holders-filter');
  await city.type('holders-name', '王小明');
  await city.tap('holders-find');
  await city.sees('邀请时备注：县就业局窗口');
  await city.tapEach('revoke-', '');
  expect(await city.answer(true)).toContain('王小明将不再是审核人员（蒲县）');
  await city.sees('没有这样的人员');

  // In the middle of an act: what stands on the page is refused, and nothing is written.
  await clerk.tap('claim');
  await clerk.sees('没有找到');
  expect((await stage.entry(entryId)).state).toBe('submitted');
  await clerk.open('workbench');
  await clerk.sees('暂无待办');
  await clerk.gone(queue);
  await clerk.open('account/notices');
  await stage.product.told();
  await clerk.open('account/notices');
  await clerk.sees('您的审核人员权限已收回');
});
