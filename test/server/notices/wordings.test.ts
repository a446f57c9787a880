import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  server.clock.set(fixedNow);
});
afterAll(() => server.close());
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

const notice = 'entry.returned';
const own = { title: '报名表要改 {要改的处数} 处', body: '“{项目名称}”请在{期限} 前改好重新提交，点开看要改哪里。' };
type Wording = { version: number; own: boolean; title: string; body: string; versions: Array<Record<string, unknown>> };
const save = (input: object, as = 'city') =>
  server.call(as, 'notices/saveWording', { notice, why: '更好懂', ...input });
/** What the leader of a returned entry reads of it. */
async function told() {
  const leader = await freshPerson(server);
  const { entryId } = await submittedEntry(server, { leader, title: '尧都面塑' });
  await returnAs(server, 'clerk-puxian-1', entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await deliverWaiting(server.home, areas);
  const { items } = await server.ask<{ items: Array<Record<string, string>> }>(leader, 'notices/inbox');
  const { title, body, link } = items.find((item) => item.notice === notice) ?? {};
  return { title, body, link: link?.replace(entryId, '…') };
}

test("the city's words are told from then on, within the facts; the link stays the code's; back to the code's words whenever", async () => {
  const link = '/packages/entry/entry/index?entryId=…';
  const before = await told();
  expect(before).toMatchObject({ title: '报名需补正，12月1日截止', link });
  expect((await save({ ...own, version: 0 })).body).toMatchObject({
    ok: true,
    data: { version: 1, own: true, ...own },
  });
  expect(await told()).toEqual({
    title: '报名表要改 1 处',
    body: '“尧都面塑”请在12月1日（周二）24:00 前改好重新提交，点开看要改哪里。',
    link,
  });
  const { areas: listed } = await server.ask<{ areas: Array<{ items: Array<{ notice: string; own: boolean }> }> }>(
    'city',
    'notices/wordings',
  );
  expect(listed.flatMap(({ items }) => items).filter((item) => item.own)).toMatchObject([{ notice, ...own }]);

  const reset = { notice, version: 1, why: '先用默认的' };
  const back = await server.ask<Wording>('city', 'notices/resetWording', reset);
  expect(back).toMatchObject({ version: 2, own: false });
  expect(back.versions.map(({ version, wording, why }) => [version, wording, why])).toEqual([
    [2, null, '先用默认的'],
    [1, own, '更好懂'],
  ]);
  // What was told once stays as it was told; what is told now is the code's.
  expect(await told()).toEqual(before);
  const rows = await server.db
    .selectFrom('audit')
    .select(['act'])
    .where('subject', '=', `notice:${notice}`)
    .orderBy('n')
    .execute();
  expect(rows.map(({ act }) => act)).toEqual(['notices/saveWording', 'notices/saveWording']);
});

test('words that say too little, something unknown or lead elsewhere are refused beside their field; so is who came second, and who may not', async () => {
  const wrong = await save({ version: 2, title: '{金额}', body: '请拨打 0357-2012345' });
  expect(wrong.body).toMatchObject({
    ok: false,
    error: {
      code: 'NOTICES_WORDING_WRONG',
      fields: {
        title: '这条通知没有“{金额}”，请从下面列出的内容中选',
        body: '不能写电话号码和其他号码，联系方式在对应的页面上',
      },
    },
  });
  const [first, second] = await Promise.all([save({ ...own, version: 2 }), save({ ...own, version: 2 })]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expect((await save({ ...own, version: 3 }, 'lead-puxian')).status).toBe(403);
  expect((await server.call('city', 'notices/wording', { notice: 'no.such' })).status).toBe(404);
});
