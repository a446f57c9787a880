import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { freshPerson } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});
afterEach(() => server.clock.set(fixedNow));

type Letter = {
  id: string;
  reference: string;
  dueDate: string;
  workdaysLeft: number | null;
  provisional: boolean;
  contactMasked: string | null;
  answer: string | null;
  version: number;
};
type List = { items: Letter[]; next: string | null; waiting: number };

/** A second passes after each letter, so that their order is the order of sending. */
async function send(as: string, body: string, contact = ''): Promise<Letter> {
  const letter = await server.ask<Letter>(as, 'people/sendFeedback', { kind: 'complaint', body, contact });
  server.clock.pass(1000);
  return letter;
}

test('a complaint gets a number of its day, fifteen working days, and its contact is sealed', async () => {
  const letter = await send('entrant-new', '报名页面打不开', '19900005678');
  expect(letter).toEqual({
    id: letter.id,
    reference: 'TS-20261124-0001',
    kind: 'complaint',
    kindZh: '投诉',
    body: '报名页面打不开',
    createdAt: '2026-11-24T09:00:00+08:00',
    answer: null,
    answeredAt: null,
    dueDate: '2026-12-15',
    workdaysLeft: 15,
    workdaysOver: null,
    provisional: false,
    contactMasked: '199****5678',
    version: 1,
  });
  expect((await send('member', '审核太慢')).reference).toBe('TS-20261124-0002');
  server.clock.pass(86_400_000);
  expect((await send('member', '再问一次', 'li@example.cn')).reference).toBe('TS-20261125-0001');
  const row = await server.db
    .selectFrom('feedback')
    .select('contact_sealed')
    .where('id', '=', letter.id)
    .executeTakeFirstOrThrow();
  expect(row.contact_sealed).not.toContain('19900005678');
});

test('a term that runs into a year without an official table says so', async () => {
  server.clock.set(Date.UTC(2026, 11, 15, 1));
  const { dueDate, provisional } = await send('member', '年底的问题');
  expect([dueDate, provisional]).toEqual(['2027-01-05', true]);
});

test('the city reads what waits, the oldest first; senders read their own, the newest first', async () => {
  const waiting = await server.ask<List>('city', 'people/listFeedback', { answered: false });
  expect([waiting.items.map(({ reference }) => reference), waiting.waiting, waiting.next]).toEqual([
    ['TS-20261124-0001', 'TS-20261124-0002', 'TS-20261125-0001', 'TS-20261215-0001'],
    4,
    null,
  ]);
  const own = await server.ask<List>('member', 'people/myFeedback');
  expect([own.items.map(({ reference }) => reference), own.waiting]).toEqual([
    ['TS-20261215-0001', 'TS-20261125-0001', 'TS-20261124-0002'],
    3,
  ]);
  expect((await server.call('auditor', 'people/listFeedback', { answered: false })).status).toBe(200);
  expect((await server.call('clerk-puxian-1', 'people/listFeedback', { answered: false })).status).toBe(403);
});

test('a letter is answered once; whoever comes second gets 409 and the answer that stands', async () => {
  const { items } = await server.ask<List>('city', 'people/listFeedback', { answered: false });
  const first = items[0];
  if (!first) throw new Error('nothing waits');
  const answer = (text: string) =>
    server.call('city', 'people/answerFeedback', { feedbackId: first.id, version: first.version, answer: text });
  expect((await answer('已修复，请重试。')).body).toMatchObject({
    ok: true,
    data: {
      answer: '已修复，请重试。',
      answeredAt: '2026-11-24T09:00:00+08:00',
      workdaysLeft: null,
      workdaysOver: null,
      version: 2,
    },
  });
  expect(await answer('另一个答复')).toMatchObject({
    status: 409,
    body: {
      ok: false,
      error: {
        code: 'PEOPLE_FEEDBACK_STALE',
        message: '这条投诉建议已有人答复，请刷新后再看',
        current: { reference: 'TS-20261124-0001', answer: '已修复，请重试。', version: 2 },
      },
    },
  });
  const again = { feedbackId: first.id, version: 2, answer: '改口' };
  expect((await server.call('city', 'people/answerFeedback', again)).status).toBe(409);
  const answered = await server.ask<List>('city', 'people/listFeedback', { answered: true });
  expect([answered.items.map(({ reference }) => reference), answered.waiting]).toEqual([['TS-20261124-0001'], 3]);
  expect((await server.call('auditor', 'people/answerFeedback', again)).status).toBe(403);
});

test('only the city opens a contact, and the opening is on record', async () => {
  const { items } = await server.ask<List>('city', 'people/listFeedback', { answered: true });
  const feedbackId = items[0]?.id;
  expect(await server.ask('city', 'people/revealContact', { feedbackId })).toEqual({ contact: '19900005678' });
  const acts = await server.db
    .selectFrom('audit')
    .select(['act', 'data'])
    .where('subject', '=', `feedback:${feedbackId}`)
    .orderBy('n')
    .execute();
  expect(acts.map(({ act }) => act)).toEqual(['people/sendFeedback', 'people/answerFeedback', 'people/revealContact']);
  expect(JSON.stringify(acts)).not.toContain('19900005678');
  expect((await server.call('auditor', 'people/revealContact', { feedbackId })).status).toBe(403);
  const { id } = await send('member', '没有留电话');
  expect(await server.call('city', 'people/revealContact', { feedbackId: id })).toMatchObject({
    status: 422,
    body: { error: { code: 'PEOPLE_NO_CONTACT' } },
  });
});

test('the list pages by opaque places that fit their list only', async () => {
  for (let i = 0; i < 21; i += 1) {
    if (i % 10 === 0) server.clock.pass(86_400_000);
    await send('entrant-returned', `第 ${i} 条`);
  }
  const page = (cursor: string | null) => server.call('entrant-returned', 'people/myFeedback', { cursor });
  const first = await server.ask<List>('entrant-returned', 'people/myFeedback');
  const rest = await server.ask<List>('entrant-returned', 'people/myFeedback', { cursor: first.next });
  expect([first.items.length, first.waiting, rest.items.length, rest.next]).toEqual([20, 21, 1, null]);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(21);
  expect(
    (await server.call('city', 'people/listFeedback', { answered: false, cursor: first.next })).body,
  ).toMatchObject({
    ok: false,
    error: { code: 'CURSOR_OUTDATED' },
  });
  expect((await page('nonsense')).status).toBe(422);
});

test('the city is told of a letter, its sender of the answer', async () => {
  await deliverWaiting(server.home, areas);
  const titles = async (as: string) =>
    (await server.ask<{ items: Array<{ title: string }> }>(as, 'notices/inbox')).items.map(({ title }) => title);
  expect(await titles('entrant-new')).toEqual(['您的投诉已答复']);
  expect(new Set(await titles('city'))).toEqual(new Set(['新收到 1 条投诉待答复']));
  expect(await titles('clerk-puxian-1')).toEqual([]);
});

test('of one person ten letters a day are taken, also when twelve are sent at once; the next day begins anew', async () => {
  const person = await freshPerson(server);
  const letter = (n: number) =>
    server.call(person, 'people/sendFeedback', { kind: 'question', body: `第 ${n} 个问题`, contact: '' });
  const replies = await Promise.all(Array.from({ length: 12 }, (_, n) => letter(n)));
  const codes = replies.map(({ body }) => (body.ok ? 'OK' : body.error.code)).sort();
  expect(codes).toEqual([...Array(10).fill('OK'), ...Array(2).fill('PEOPLE_TOO_MANY_LETTERS')]);
  expect(
    (await server.call('member', 'people/sendFeedback', { kind: 'question', body: '问', contact: '' })).status,
  ).toBe(200);
  server.clock.set(Date.UTC(2026, 10, 24, 16));
  expect((await letter(13)).status).toBe(200);
});

test('nobody answers their own letter: another official does', async () => {
  const own = await server.ask<{ id: string; version: number }>('city', 'people/sendFeedback', {
    kind: 'complaint',
    body: '审核太慢，请处理一下',
    contact: '',
  });
  const answer = { feedbackId: own.id, version: own.version, answer: '已处理，谢谢您的意见' };
  const { body } = await server.call('city', 'people/answerFeedback', answer);
  expect(body).toMatchObject({
    error: { code: 'FORBIDDEN', message: '这是您自己的投诉建议，应当回避，请交其他人员答复' },
  });
  expect((await server.call('city-2', 'people/answerFeedback', answer)).status).toBe(200);
});
