import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { openHttpWechat } from '../../../cloudfunctions/core/platform/wechat/http-wechat';
import { openWechatCalls } from '../../../cloudfunctions/core/platform/wechat/wechat-calls';
import type { Home } from '../../../cloudfunctions/core/rpc/home';
import { sendWaiting } from '../../../cloudfunctions/core/telling/phone/send-waiting';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { claimAs, decideAs, readAll, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { openWechatServer, type WechatServer } from '../../support/wechat/wechat-server';

let server: TestServer;
let wechat: WechatServer;
let home: Home;
beforeAll(async () => {
  server = await freshServer();
  wechat = await openWechatServer(server.clock.now);
});
afterAll(async () => {
  await server.close();
  await wechat.close();
});
beforeEach(() => {
  server.clock.set(fixedNow);
  const calls = openWechatCalls({ ...wechat, now: server.clock.now, patience: 1500 });
  server.home.wechat = openHttpWechat(calls);
  server.home.templateIds = { reviewResult: 'tmpl-result', correction: 'tmpl-correction' };
  home = server.home;
  wechat.reminded.length = 0;
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

const clerk = 'clerk-puxian-1';
type Standing = { items: Array<{ purpose: string; zh: string; templateId: string; left: number; wanted: boolean }> };
const agree = (who: string, answers: Record<string, string>, key?: string) =>
  server.ask<Standing>(
    who,
    'notices/keepPhoneAnswers',
    { answers: Object.entries(answers).map(([purpose, answer]) => ({ purpose, answer })) },
    key,
  );
const left = async (who: string, purpose = 'entryResult') =>
  (await server.ask<Standing>(who, 'notices/phoneReminders')).items.find((each) => each.purpose === purpose)?.left;
/** All that was written of a person, in the alphabet's order. */
const ledger = async (who: string) => {
  const rows = server.db.selectFrom('phone_quota_change').where('person_id', '=', who).select(['change', 'why']);
  return (await rows.execute()).map(({ change, why }) => `${why} ${change}`).sort();
};
const openidOf = async (who: string) => {
  await server.db
    .updateTable('person')
    .set({ openid: `o-${who}` })
    .where('id', '=', who)
    .execute();
  return `o-${who}`;
};

/** Somebody with a phone who agreed to be told once of a result. */
async function agreed(purpose = 'entryResult'): Promise<string> {
  const who = await freshPerson(server);
  await openidOf(who);
  await agree(who, { [purpose]: 'accept' });
  return who;
}

/** A message that waits for somebody's phone, as the telling leaves it. */
async function waiting(who: string, purpose = 'entryResult'): Promise<string> {
  const id = makeUuidV7(home.now(), home.random(10));
  const fields = json({ thing1: '蒲县山货直供' });
  await server.db
    .insertInto('message')
    .values({
      id,
      event_id: id,
      notice: 'x',
      title: '报名审核已通过',
      body: '',
      link: '/packages/entry/status/index?entryId=1',
      phone_purpose: purpose,
      phone_fields: fields,
    })
    .execute();
  await server.db
    .insertInto('phone_message')
    .values({ person_id: who, message_id: id, purpose, state: 'waiting', due_at: at(home.now()) })
    .execute();
  return id;
}
const standing = async (messageId: string) => {
  const { state, tries, code, due_at } = await server.db
    .selectFrom('phone_message')
    .select(['state', 'tries', 'code', 'due_at'])
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return { state, tries, code, in: state === 'waiting' ? due_at - home.now() : null };
};

test('what is decided of an entry reaches the phones of who agreed to that, once for each time they did', async () => {
  const leader = await freshPerson(server);
  const openid = await openidOf(leader);
  const entry = await submittedEntry(server, { leader });
  expect(await agree(leader, { entryResult: 'reject', entryCorrection: 'accept' })).toEqual({
    items: [
      { purpose: 'entryResult', zh: '报名审核结果', templateId: 'tmpl-result', left: 0, wanted: true, text: null },
      { purpose: 'entryCorrection', zh: '补正通知', templateId: 'tmpl-correction', left: 1, wanted: true, text: null },
      { purpose: 'reminder', zh: '到期提醒', templateId: 'tmpl-correction', left: 0, wanted: true, text: null },
    ],
    texts: null,
  });
  await returnAs(server, clerk, entry.entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await deliverWaiting(home, areas);
  await deliverWaiting(home, areas);
  expect(wechat.reminded).toEqual([
    {
      to: openid,
      template: 'tmpl-correction',
      page: `packages/entry/entry/index?entryId=${entry.entryId}`,
      values: { thing1: '蒲县山货直供', time2: '2026年12月1日 23:59', thing3: '有 1 处要改，点开看' },
    },
  ]);
  expect(await left(leader, 'entryCorrection')).toBe(0);
  expect(await ledger(leader)).toEqual(['accept 1', 'reject 0', 'taken -1']);
});

test('a result goes to no phone that agreed to corrections only, and to none whose owner does not want it by now', async () => {
  const [leader, other] = [await agreed('entryCorrection'), await agreed()];
  const entries = [await submittedEntry(server, { leader }), await submittedEntry(server, { leader: other })];
  for (const { entryId } of entries) {
    const version = await claimAs(server, clerk, entryId);
    await readAll(server, clerk, entryId);
    await decideAs(server, clerk, 'approve', { entryId, version });
  }
  await server.ask(other, 'notices/choosePhone', { purpose: 'entryResult', road: 'wechat', wanted: false });
  await deliverWaiting(home, areas);
  expect(wechat.reminded).toEqual([]);
  expect([await left(leader, 'entryCorrection'), await left(other)]).toEqual([1, 1]);
  const rows = await server.db
    .selectFrom('phone_message')
    .select('state')
    .where('person_id', 'in', [leader, other])
    .execute();
  expect(rows).toEqual([{ state: 'unwanted' }]);
});

test('of two answers for one purpose in a call the last counts, once', async () => {
  const who = await freshPerson(server);
  await server.ask(who, 'notices/keepPhoneAnswers', {
    answers: [
      { purpose: 'entryResult', answer: 'reject' },
      { purpose: 'entryResult', answer: 'accept' },
    ],
  });
  expect([await left(who), await ledger(who)]).toEqual([1, ['accept 1']]);
});

test('an answer sent again under its key counts once', async () => {
  const who = await freshPerson(server);
  await agree(who, { entryResult: 'accept' }, 'the-same-tap');
  await agree(who, { entryResult: 'accept' }, 'the-same-tap');
  expect(await left(who)).toBe(1);
});

const minute = 60_000;
test.each([
  // answer of WeChat → state, code, tries, milliseconds until the next, agreements left of two, of one for another purpose
  [0, 'sent', 0, null, 1, 1],
  [43101, 'not_agreed', 43101, null, 0, 1],
  [47003, 'dead', 47003, null, 2, 1],
  [40037, 'dead', 40037, null, 2, 1],
  [45168, 'dead', 45168, null, 2, 1],
  [43107, 'dead', 43107, null, 2, 1],
  // WeChat knows nobody by this id: nothing else is sent there either.
  [40003, 'dead', 40003, null, 0, 0],
  [43108, 'waiting', 43108, [10_000, 20_000], 1, 1],
  [45011, 'waiting', 45011, [10_000, 20_000], 1, 1],
  [-1, 'waiting', -1, [10_000, 20_000], 1, 1],
  ['fault', 'waiting', null, [10_000, 20_000], 1, 1],
  // 2026-11-25 08:00, and at most ten minutes.
  [45009, 'waiting', 45009, [23 * 60 * minute, 23 * 60 * minute + 10 * minute], 1, 1],
  ['silence', 'uncertain', null, null, 1, 1],
] as const)('WeChat answers %s: %s', async (answer, state, code, wait, leftOver, others) => {
  const who = await agreed();
  await agree(who, { entryResult: 'accept', entryCorrection: 'accept' });
  const message = await waiting(who);
  // A busy WeChat is asked once more at once.
  wechat.remindWith.push(...(answer === -1 || answer === 45011 ? [answer, answer] : [answer]));
  await sendWaiting(home);
  const { in: next, ...now } = await standing(message);
  expect(now).toEqual({ state, code, tries: 1 });
  if (wait === null) expect(next).toBeNull();
  else {
    expect(next).toBeGreaterThanOrEqual(wait[0]);
    expect(next).toBeLessThanOrEqual(wait[1]);
  }
  expect([await left(who), await left(who, 'entryCorrection')]).toEqual([leftOver, others]);
  // Staff see what they have to mend or to send by hand, and nothing else.
  const { items } = await server.ask<{ items: object[] }>('city', 'notices/unsentMessages');
  const listed = ['dead', 'uncertain'].includes(state);
  expect(items).toHaveLength(listed ? 1 : 0);
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ id: string }> }>('city', 'notices/workbench');
  expect(waitsForMe.some(({ id }) => id.startsWith('unsent'))).toBe(state === 'dead' && answer !== 40003);
  // Nothing is sent again by itself before its time.
  expect(await sendWaiting(home)).toBe(0);
  expect((await standing(message)).tries).toBe(1);
  await server.db.deleteFrom('phone_message').execute();
});

test('a stale token is renewed once, and the message is sent', async () => {
  const message = await waiting(await agreed());
  wechat.forgetTokens();
  expect(await sendWaiting(home)).toBe(1);
  expect((await standing(message)).state).toBe('sent');
  // So it is with whatever WeChat says of a token; said twice it is tried again later.
  const renewals = () => wechat.asked.filter((path) => path === '/cgi-bin/stable_token').length;
  for (const code of [40001, 40014, 42001]) {
    const before = renewals();
    const once = await waiting(await agreed());
    wechat.remindWith.push(code);
    await sendWaiting(home);
    expect([code, (await standing(once)).state, renewals()]).toEqual([code, 'sent', before + 1]);
    const twice = await waiting(await agreed());
    wechat.remindWith.push(code, code);
    await sendWaiting(home);
    expect(await standing(twice)).toMatchObject({ state: 'waiting', code, tries: 1 });
  }
});

test('a WeChat that nobody reaches was not asked: it is tried again, and after five times it is dead with its agreement given back', async () => {
  const who = await agreed();
  const message = await waiting(who);
  const nobody = openWechatCalls({ ...wechat, base: 'http://127.0.0.1:9', now: server.clock.now });
  for (let n = 1; n <= 5; n += 1) {
    // Its breaker would rest for ten real seconds.
    server.home.wechat = openHttpWechat(n === 1 ? nobody : openWechatCalls({ ...nobody.account }));
    await sendWaiting(home);
    expect((await standing(message)).tries).toBe(n);
    server.clock.pass(10 * minute);
  }
  expect(await standing(message)).toEqual({ state: 'dead', code: null, tries: 5, in: null });
  expect([await left(who), await ledger(who)]).toEqual([1, ['accept 1', 'not_sent 1', 'taken -1']]);
});

test('of one person one message is under way at a time, by two workers at once too, and each is sent once', async () => {
  const who = await agreed();
  await agree(who, { entryResult: 'accept' });
  const messages = [await waiting(who), await waiting(who), await waiting(who)];
  const sent = await Promise.all([sendWaiting(home), sendWaiting(home), sendWaiting(home)]);
  await sendWaiting(home);
  expect(sent.reduce((all, n) => all + n, 0)).toBeGreaterThanOrEqual(1);
  const states = await Promise.all(messages.map(standing));
  // Agreed to twice: the last of three of one instant, whichever it is, stays in the inbox.
  expect(states.map(({ state }) => state).sort()).toEqual(['not_agreed', 'sent', 'sent']);
  expect(wechat.reminded).toHaveLength(2);
});

test('what a worker was sending when it died is never sent again by itself; by hand it is, without a new agreement', async () => {
  const who = await agreed();
  const message = await waiting(who);
  server.home.wechat = {
    ...openHttpWechat(openWechatCalls({ ...wechat, now: server.clock.now })),
    remind: () => new Promise(() => undefined),
  };
  void sendWaiting(home);
  while ((await standing(message)).state !== 'sending') await new Promise(setImmediate);
  server.home.wechat = openHttpWechat(openWechatCalls({ ...wechat, now: server.clock.now }));
  server.clock.pass(minute - 1);
  await sendWaiting(home);
  expect((await standing(message)).state).toBe('sending');
  server.clock.pass(1);
  await sendWaiting(home);
  expect(await standing(message)).toEqual({ state: 'uncertain', code: null, tries: 1, in: null });

  const listed = await server.ask<{ items: Array<Record<string, unknown>> }>('city', 'notices/unsentMessages');
  expect(listed.items.find(({ messageId }) => messageId === message)).toEqual({
    road: 'wechat',
    messageId: message,
    title: '报名审核已通过',
    purposeZh: '报名审核结果',
    state: 'uncertain',
    code: null,
    n: 1,
    endedAt: '2026-11-24T09:01:00+08:00',
  });
  expect(
    await server.ask('city', 'notices/sendMessagesAgain', {
      road: 'wechat',
      messageId: message,
      state: 'uncertain',
      code: null,
    }),
  ).toEqual({ waiting: 1 });
  await sendWaiting(home);
  expect([(await standing(message)).state, wechat.reminded.length]).toEqual(['sent', 1]);
  const again = await server.call('city', 'notices/sendMessagesAgain', {
    road: 'wechat',
    messageId: message,
    state: 'uncertain',
    code: null,
  });
  expect(again.body).toMatchObject({ ok: false, error: { code: 'NOTICES_NOTHING_TO_SEND' } });
});

test('without a template nothing is asked for, and what waits is dead without being sent', async () => {
  const who = await agreed();
  const message = await waiting(who);
  server.home.templateIds = {};
  expect(await server.ask(who, 'notices/phoneReminders')).toEqual({ items: [], texts: null });
  await sendWaiting(home);
  expect((await standing(message)).state).toBe('dead');
  expect(wechat.reminded).toEqual([]);
});
