import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { at } from '../../../cloudfunctions/core/platform/schema';
import { openTencentSms } from '../../../cloudfunctions/core/platform/sms/tencent-sms';
import { makeUuidV7 } from '../../../src/shared/kernel/id';
import { textConsent } from '../../../src/shared/telling/texts';
import { freshPerson, submittedEntry } from '../../support/entry-factory';
import { fixedNow } from '../../support/fixed-clock';
import { returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';
import { openSmsServer, type SmsServer } from '../../support/sms/sms-server';

let server: TestServer;
let sms: SmsServer;
beforeAll(async () => {
  server = await freshServer();
  sms = await openSmsServer(server.clock.now);
  server.home.textTemplateIds = { correction: '1110', result: '1111', offer: '1112' };
});
afterAll(async () => {
  await server.close();
  await sms.close();
});
const open = (patience = 1500) => openTencentSms({ ...sms.account, now: server.clock.now, patience });
beforeEach(() => {
  server.clock.set(fixedNow);
  server.home.sms = open();
  sms.sent.length = 0;
});
afterEach(() => expect(server.faults.splice(0)).toEqual([]));

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
type Standing = {
  items: Array<{ purpose: string; text: boolean | null }>;
  texts: { given: boolean; sent: number } | null;
};
const agree = (who: string, agreed = true) =>
  server.ask<Standing>(who, 'notices/chooseTexts', { agreed, version: textConsent.version });
const work = () => deliverWaiting(server.home, areas);

/** Somebody who leads an entry, with the phone that they typed there, and agreed to texts. */
async function leader(phone = '19900001234') {
  const who = await freshPerson(server);
  await agree(who);
  return { who, ...(await submittedEntry(server, { leader: who, phone })) };
}
/** A text that waits, as the telling leaves it. */
async function waiting(
  { who, entryId }: { who: string; entryId: string },
  kind = 'result',
  until: number | null = null,
) {
  const id = makeUuidV7(server.clock.now(), server.home.random(10));
  const phone_purpose = kind === 'correction' ? 'entryCorrection' : 'entryResult';
  await server.db
    .insertInto('message')
    .values({
      ...{
        id,
        event_id: id,
        notice: 'x',
        title: '报名审核已通过',
        body: '',
        link: '/',
        phone_purpose,
        phone_fields: '{}',
      },
      ...{ text_kind: kind, text_subject: entryId, text_until: until === null ? null : at(until) },
    })
    .execute();
  await server.db
    .insertInto('text_message')
    .values({ person_id: who, message_id: id, kind, state: 'waiting', due_at: at(server.clock.now()) })
    .execute();
  return id;
}
const standing = async (messageId: string) => {
  const { state, tries, code, due_at } = await server.db
    .selectFrom('text_message')
    .select(['state', 'tries', 'code', 'due_at'])
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return { state, tries, code, in: state === 'waiting' ? due_at - server.clock.now() : null };
};
const ledger = async (who: string) =>
  (await server.db.selectFrom('text_try').select('outcome').where('person_id', '=', who).orderBy('at').execute()).map(
    ({ outcome }) => outcome,
  );

test('a correction is told to the phone typed in the form of who agreed to that, signed, with a day and nothing of anybody', async () => {
  const [agreed, silent] = [await leader(), await submittedEntry(server, { phone: '19900005678' })];
  for (const { entryId } of [agreed, silent])
    await returnAs(server, 'clerk-puxian-1', entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  await work();
  await work();
  expect(sms.sent).toEqual([{ to: '+8619900001234', template: '1110', parameters: ['12月1日'] }]);
  expect(JSON.parse(sms.bodies.at(-1) ?? '')).toEqual({
    PhoneNumberSet: ['+8619900001234'],
    SmsSdkAppId: '1400006666',
    SignName: '星火大赛',
    TemplateId: '1110',
    TemplateParamSet: ['12月1日'],
  });
  const rows = await server.db.selectFrom('text_try').selectAll().where('person_id', '=', agreed.who).execute();
  expect(rows).toMatchObject([{ outcome: 'sent', code: null, serial: '2028:1', day: '2026-11-24' }]);
  expect(JSON.stringify(rows)).not.toContain('19900001234');
  const { texts } = await server.ask<Standing>(agreed.who, 'notices/phoneReminders');
  expect(texts).toMatchObject({ given: true, sent: 1 });
});

test('consent is asked apart, by version, and holds at the moment of sending; so does what is chosen of a kind', async () => {
  const fresh = await freshPerson(server);
  const none = await server.ask<Standing>(fresh, 'notices/phoneReminders');
  expect([none.texts?.given, none.items.map(({ text }) => text)]).toEqual([false, [true, true, true]]);
  const old = await server.call(fresh, 'notices/chooseTexts', { agreed: true, version: '0' });
  expect(old.body).toMatchObject({ ok: false, error: { code: 'NOTICES_TEXTS_OUTDATED' } });

  const [one, two, three] = [await leader(), await leader(), await leader()];
  const messages = [await waiting(one), await waiting(two), await waiting(three)];
  await agree(one.who, false);
  const choice = { purpose: 'entryResult', road: 'text', wanted: false };
  const chosen = await server.ask<Standing>(two.who, 'notices/choosePhone', choice);
  expect(chosen.items.find(({ purpose }) => purpose === 'entryResult')?.text).toBe(false);
  // Words changed after this one agreed.
  await server.db.updateTable('text_consent').set({ text_version: '0' }).where('person_id', '=', three.who).execute();
  await work();
  expect((await Promise.all(messages.map(standing))).map(({ state }) => state)).toEqual(Array(3).fill('unwanted'));
  expect(sms.sent).toEqual([]);
});

test('one a day, corrections before results before offers, the surplus waits for the next morning and never drops', async () => {
  const who = await leader();
  const [offer, result, correction] = [
    await waiting(who, 'offer', fixedNow + 9 * day),
    await waiting(who, 'result'),
    await waiting({ ...who, ...(await returned(who.who)) }, 'correction', fixedNow + 9 * day),
  ];
  const sentOn: string[][] = [];
  for (let n = 0; n < 3; n += 1) {
    await Promise.all([work(), work(), work()]);
    sentOn.push(sms.sent.splice(0).map(({ template }) => template));
    server.clock.pass(day);
  }
  expect(sentOn).toEqual([['1110'], ['1111'], ['1112']]);
  expect(await Promise.all([offer, result, correction].map(async (id) => (await standing(id)).state))).toEqual(
    Array(3).fill('sent'),
  );
});

/** Another entry of the same person that stands with its team for correction. */
async function returned(leaderId: string) {
  const { entryId } = await server.db
    .selectFrom('entry')
    .select('id as entryId')
    .where('leader_id', '=', leaderId)
    .executeTakeFirstOrThrow();
  await returnAs(server, 'clerk-puxian-1', entryId, { project: { codes: ['PROJECT_UNCLEAR'] } });
  // The return's own text is not what is looked at here.
  server.home.sms = null;
  await work();
  server.home.sms = open();
  await server.db
    .deleteFrom('text_message')
    .where('person_id', '=', leaderId)
    .where('kind', '=', 'correction')
    .execute();
  return { entryId };
}

test('five a month; never before 08:00 nor from 21:00 on; what is of no use any more is not sent', async () => {
  const who = await leader();
  for (let n = 0; n < 5; n += 1) {
    const before = { id: makeUuidV7(fixedNow, server.home.random(10)), message_id: who.entryId, outcome: 'sent' };
    const on = { day: `2026-11-0${n + 1}`, at: at(fixedNow) };
    await server.db
      .insertInto('text_try')
      .values({ ...before, ...on, person_id: who.who })
      .execute();
  }
  const full = await waiting(who);
  await work();
  expect(await standing(full)).toEqual({ state: 'waiting', tries: 0, code: null, in: 7 * day - hour });

  const other = await leader();
  server.clock.set(fixedNow + 12 * hour);
  const night = await waiting(other);
  await work();
  server.clock.set(fixedNow + 23 * hour - 1);
  await work();
  expect((await standing(night)).state).toBe('waiting');
  server.clock.pass(1);
  await work();
  expect((await standing(night)).state).toBe('sent');

  const [late, done] = [await leader(), await leader()];
  const over = [
    await waiting(late, 'offer', server.clock.now()),
    await waiting(done, 'correction', fixedNow + 9 * day),
  ];
  await work();
  expect((await Promise.all(over.map(standing))).map(({ state }) => state)).toEqual(['over', 'over']);
});

/** One person for all answers: what is counted of them is taken away after each. */
let one: ReturnType<typeof leader> | undefined;

test.each([
  // answer → state, what counts towards the caps, milliseconds until the next try
  ['Ok', 'sent', true, null],
  ['silence', 'uncertain', true, null],
  ['fault', 'uncertain', true, null],
  ['InternalError.Timeout', 'uncertain', true, null],
  ['InternalError.OtherError', 'waiting', false, [minute, 2 * minute]],
  ['LimitExceeded.PhoneNumberThirtySecondLimit', 'waiting', false, [minute, 2 * minute]],
  ['!RequestLimitExceeded', 'waiting', false, [minute, 2 * minute]],
  ['LimitExceeded.PhoneNumberDailyLimit', 'waiting', false, [23 * hour, 23 * hour + 10 * minute]],
  ['LimitExceeded.AppMainlandChinaDailyLimit', 'waiting', false, [23 * hour, 23 * hour + 10 * minute]],
  ['FailedOperation.PhoneNumberInBlacklist', 'no_phone', false, null],
  ['InvalidParameterValue.IncorrectPhoneNumber', 'no_phone', false, null],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'dead', false, null],
  ['FailedOperation.SignatureIncorrectOrUnapproved', 'dead', false, null],
  ['FailedOperation.TemplateIncorrectOrUnapproved', 'dead', false, null],
  ['!AuthFailure.SignatureFailure', 'dead', false, null],
  ['!UnauthorizedOperation.RequestIpNotInWhitelist', 'dead', false, null],
  ['InternalError.SigVerificationFail', 'dead', false, null],
] as const)('the provider answers %s: %s', async (answer, state, counts, wait) => {
  one ??= leader();
  const who = await one;
  const message = await waiting(who);
  if (answer !== 'Ok') sms.answerWith.push(answer);
  server.home.sms = open(answer === 'silence' ? 60 : 1500);
  await work();
  const { in: next, ...now } = await standing(message);
  expect(now).toMatchObject({ state, tries: 1 });
  if (wait === null) expect(next).toBeNull();
  else {
    expect(next).toBeGreaterThanOrEqual(wait[0]);
    expect(next).toBeLessThanOrEqual(wait[1]);
  }
  await work();
  expect((await standing(message)).tries).toBe(1);
  const { texts } = await server.ask<Standing>(who.who, 'notices/phoneReminders');
  expect(texts?.sent).toBe(counts ? 1 : 0);
  await server.db.deleteFrom('text_try').where('person_id', '=', who.who).execute();
  await server.db.deleteFrom('text_message').where('person_id', '=', who.who).execute();
});
test('a wrong key is told to staff, who mend it and send again by hand; a lost answer is never sent again by itself', async () => {
  const [who, lost] = [await leader(), await leader()];
  const message = await waiting(who);
  server.home.sms = openTencentSms({ ...sms.account, secretKey: 'another', now: server.clock.now });
  await work();
  expect(await standing(message)).toMatchObject({ state: 'dead', code: 'AuthFailure.SignatureFailure' });
  const { waitsForMe } = await server.ask<{ waitsForMe: Array<{ kind: string; detail: string }> }>(
    'city',
    'notices/workbench',
  );
  expect(waitsForMe.find(({ kind }) => kind === 'unsent')?.detail).toMatch(/条提醒没有送到手机/);
  const { items } = await server.ask<{ items: object[] }>('city', 'notices/unsentMessages');
  const dead = { road: 'text', messageId: message, state: 'dead', code: 'AuthFailure.SignatureFailure' };
  expect(items).toContainEqual(expect.objectContaining({ ...dead, n: 1, purposeZh: '报名审核结果' }));

  server.home.sms = { send: () => new Promise(() => undefined) };
  const dark = await waiting(lost);
  void work();
  while ((await standing(dark)).state !== 'sending') await new Promise(setImmediate);
  server.clock.pass(minute);
  server.home.sms = open();
  await server.ask('city', 'notices/sendMessagesAgain', dead);
  await work();
  expect((await standing(message)).state).toBe('sent');
  expect([(await standing(dark)).state, await ledger(lost.who)]).toEqual(['uncertain', ['unknown']]);
  expect(sms.sent).toHaveLength(1);
});

test('without a provider nothing is offered; without a mobile number nothing is asked', async () => {
  const who = await leader('0357-2012345');
  const message = await waiting(who);
  await work();
  expect([(await standing(message)).state, sms.sent]).toEqual(['no_phone', []]);
  const { textTemplateIds } = server.home;
  server.home.textTemplateIds = {};
  expect(await server.ask(who.who, 'notices/phoneReminders')).toEqual({ items: [], texts: null });
  server.home.textTemplateIds = textTemplateIds;
});
