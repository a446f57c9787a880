import { areas } from '../../../cloudfunctions/core/areas';
import { sha256Hex } from '../../../cloudfunctions/core/platform/crypto/hash';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { makeServe, type Reply } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0';
const clerk = 'clerk-puxian-1';
const minute = 60_000;

type Begun = { secret: string; code: string; scan: string; expiresAt: string };
type Seen = {
  request: { signInId: string; deviceZh: string; placeZh: string; matchNumber: string } | null;
  messageZh: string | null;
};

const begin = () => server.ask<Begun>(null, 'people/beginWebSignIn', { agent: edge });
const state = (secret: string) =>
  server.ask<{ state: string; scan: string | null; matchNumber: string | null }>(null, 'people/webSignIn', { secret });
const byCode = (as: string, code: string) => server.call(as, 'people/seeWebSignIn', { by: 'code', code });
const byScan = (as: string, scan: string) => server.call(as, 'people/seeWebSignIn', { by: 'scan', scan });
const take = (secret: string) => server.call(null, 'people/takeWebSession', { secret });
const confirm = (as: string, signInId: string) => server.call(as, 'people/confirmWebSignIn', { signInId });
const seenIn = (reply: Reply): Seen => {
  if (!reply.body.ok) throw new Error(JSON.stringify(reply.body.error));
  return reply.body.data as Seen;
};
const idIn = (reply: Reply): string => seenIn(reply).request?.signInId ?? '';
const codeOf = ({ body }: Reply): string => (body.ok ? 'OK' : body.error.code);
const sessionIn = ({ body }: Reply): string => (body.ok ? (body.data as { session: string }).session : '');
const asBrowser = (token: string, path: string, input: unknown = {}, more: { outside?: boolean } = {}) =>
  server.serve({
    path,
    input,
    key: `web-key-${path.replace('/', '-')}`,
    credential: { kind: 'session', token, ...more },
    caller: 'web',
  });

/** The whole way, for a test about what comes after. */
async function signedInOnTheWeb(as = clerk): Promise<string> {
  const { secret, code } = await begin();
  await confirm(as, idIn(await byCode(as, code)));
  return sessionIn(await take(secret));
}

test('a code typed on the phone signs the browser in that asked, as the person who confirmed', async () => {
  const { secret, code, scan, expiresAt } = await begin();
  expect([code, scan, expiresAt]).toEqual([
    expect.stringMatching(/^\d{8}$/),
    expect.stringMatching(/^[\w-]{38}$/),
    '2026-11-24T09:05:00+08:00',
  ]);
  expect(await state(secret)).toEqual({ state: 'waiting', scan, matchNumber: null });

  const seen = seenIn(await byCode(clerk, `${code.slice(0, 4)} ${code.slice(4)}`)).request;
  expect(seen).toEqual({
    signInId: expect.any(String),
    deviceZh: 'Windows 电脑，Edge 浏览器',
    placeZh: '',
    matchNumber: expect.stringMatching(/^[1-9]\d$/),
  });
  expect(await state(secret)).toEqual({ state: 'seen', scan: null, matchNumber: seen?.matchNumber });
  // Looking signs nobody in.
  expect(codeOf(await take(secret))).toBe('PEOPLE_WEB_SIGN_IN_OVER');

  expect(codeOf(await confirm(clerk, seen?.signInId ?? ''))).toBe('OK');
  expect(await state(secret)).toEqual({ state: 'confirmed', scan: null, matchNumber: null });
  const token = sessionIn(await take(secret));
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect((await asBrowser(token, 'people/me')).body).toMatchObject({ data: { personId: personaId(clerk) } });
  expect((await state(secret)).state).toBe('over');
});

test('neither secret, code nor token is kept: only what finds them again', async () => {
  const { secret, code } = await begin();
  await confirm(clerk, idIn(await byCode(clerk, code)));
  const token = sessionIn(await take(secret));
  const kept = JSON.stringify([
    await server.db.selectFrom('web_sign_in').selectAll().execute(),
    await server.db.selectFrom('session').selectAll().execute(),
    await server.db.selectFrom('audit').selectAll().execute(),
    await server.db.selectFrom('done_once').selectAll().execute(),
    await server.db.selectFrom('security_event').selectAll().execute(),
  ]);
  for (const word of [secret, code, token]) expect(kept).not.toContain(word);
  expect(kept).toContain(sha256Hex(token));
});

test('what was scanned does the same, is renewed each minute, and is good for two at most', async () => {
  server.clock.set(Date.parse('2026-11-25T10:00:30+08:00'));
  const { secret, scan } = await begin();
  server.clock.set(Date.parse('2026-11-25T10:01:59+08:00'));
  const next = (await state(secret)).scan ?? '';
  expect(next).not.toBe(scan);
  expect(codeOf(await byScan(clerk, scan))).toBe('OK');
  const other = await begin();
  server.clock.set(Date.parse('2026-11-25T10:03:00+08:00'));
  expect(await byScan(clerk, other.scan)).toMatchObject({
    status: 422,
    body: { error: { code: 'PEOPLE_WEB_SIGN_IN_OVER', message: '这个二维码已过期，请扫网页上新的二维码' } },
  });
});

test('a scanned token with another wish under its seal, or any other change, opens nothing', async () => {
  const [mine, theirs] = [await begin(), await begin()];
  const changed = `${mine.scan.slice(0, 37)}${mine.scan.endsWith('A') ? 'B' : 'A'}`;
  const swapped = `${theirs.scan.slice(0, 22)}${mine.scan.slice(22)}`;
  for (const scan of [changed, swapped, 'x'.repeat(38), '', '中'.repeat(38)]) {
    expect(codeOf(await byScan(clerk, scan))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  }
});

test('whoever has not the secret gets nothing, whatever else is known', async () => {
  const { secret, code } = await begin();
  const signInId = idIn(await byCode(clerk, code));
  await confirm(clerk, signInId);
  for (const guess of ['', signInId, code, `${secret.slice(0, 42)}_`, sha256Hex(secret).slice(0, 43)]) {
    expect([(await state(guess)).state, codeOf(await take(guess))]).toEqual(['over', 'PEOPLE_WEB_SIGN_IN_OVER']);
  }
  expect(codeOf(await take(secret))).toBe('OK');
});

test('the session is handed out once, also to two who ask at the same time', async () => {
  const { secret, code } = await begin();
  await confirm(clerk, idIn(await byCode(clerk, code)));
  const replies = await Promise.all([take(secret), take(secret), take(secret)]);
  expect(replies.map(codeOf).sort()).toEqual(['OK', 'PEOPLE_WEB_SIGN_IN_OVER', 'PEOPLE_WEB_SIGN_IN_OVER']);
  const web = await server.db.selectFrom('session').select('id').where('kind', '=', 'web').execute();
  expect(web).toHaveLength(1);
});

test('a code is over at its very instant: to look at, to confirm', async () => {
  const [first, second] = [await begin(), await begin()];
  const signInId = idIn(await byCode(clerk, second.code));
  server.clock.pass(5 * minute - 1);
  expect((await state(first.secret)).state).toBe('waiting');
  server.clock.pass(1);
  expect((await state(first.secret)).state).toBe('over');
  expect(seenIn(await byCode(clerk, first.code)).request).toBeNull();
  expect(codeOf(await confirm(clerk, signInId))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  expect(codeOf(await take(second.secret))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
});

test('confirmed in the last moment, the session can be fetched for a minute more, and not at its end', async () => {
  const [first, second] = [await begin(), await begin()];
  server.clock.pass(5 * minute - 1);
  await confirm(clerk, idIn(await byCode(clerk, first.code)));
  await confirm(clerk, idIn(await byCode(clerk, second.code)));
  server.clock.pass(minute - 1);
  expect(codeOf(await take(first.secret))).toBe('OK');
  server.clock.pass(1);
  expect([(await state(second.secret)).state, codeOf(await take(second.secret))]).toEqual([
    'over',
    'PEOPLE_WEB_SIGN_IN_OVER',
  ]);
});

test('of two phones the first that looks has it; the other can neither look nor confirm nor refuse', async () => {
  const { secret, code, scan } = await begin();
  const replies = await Promise.all([byCode(clerk, code), byCode('member', code)]);
  expect(replies.map(codeOf).sort()).toEqual(['OK', 'PEOPLE_WEB_CODE_TAKEN']);
  const [winner, loser] = replies[0]?.body.ok ? [clerk, 'member'] : ['member', clerk];
  const signInId = idIn(replies.find(({ body }) => body.ok) as Reply);
  expect(codeOf(await byScan(loser, scan))).toBe('PEOPLE_WEB_CODE_TAKEN');
  expect(codeOf(await confirm(loser, signInId))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  expect(codeOf(await server.call(loser, 'people/refuseWebSignIn', { signInId }))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  // Looked at again, it is the same number on both.
  const again = seenIn(await byScan(winner, scan)).request;
  expect(again?.matchNumber).toBe((await state(secret)).matchNumber);
});

test('two confirmations at the same time are one; a code that was used is over', async () => {
  const { secret, code, scan } = await begin();
  const signInId = idIn(await byCode(clerk, code));
  const replies = await Promise.all([confirm(clerk, signInId), confirm(clerk, signInId)]);
  expect(replies.map(codeOf).sort()).toEqual(['OK', 'PEOPLE_WEB_SIGN_IN_OVER']);
  expect(codeOf(await byScan(clerk, scan))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  expect(codeOf(await byCode(clerk, code))).toBe('PEOPLE_WEB_SIGN_IN_OVER');
  expect(codeOf(await take(secret))).toBe('OK');
});

test('sent again under its key, a confirmation is the same one', async () => {
  const { code } = await begin();
  const signInId = idIn(await byCode(clerk, code));
  const send = () => server.call(clerk, 'people/confirmWebSignIn', { signInId }, 'confirm-key-1');
  expect([codeOf(await send()), codeOf(await send())]).toEqual(['OK', 'OK']);
});

test('who says that it was not them ends it for everybody', async () => {
  const { secret, code } = await begin();
  const signInId = idIn(await byCode(clerk, code));
  expect(codeOf(await server.call(clerk, 'people/refuseWebSignIn', { signInId }))).toBe('OK');
  expect([(await state(secret)).state, codeOf(await take(secret)), codeOf(await confirm(clerk, signInId))]).toEqual([
    'refused',
    'PEOPLE_WEB_SIGN_IN_OVER',
    'PEOPLE_WEB_SIGN_IN_OVER',
  ]);
});

test('five wrong codes, however fast, then none is looked at until five minutes after the first', async () => {
  const { code } = await begin();
  const wrong = String((Number(code) + 1) % 10 ** 8).padStart(8, '0');
  const first = seenIn(await byCode(clerk, wrong));
  expect(first).toEqual({
    request: null,
    messageZh: '没有这个登录码，或已过期。请核对网页上的 8 位数字，还可以输 4 次',
  });
  server.clock.pass(1000);
  const many = await Promise.all(Array.from({ length: 12 }, () => byCode(clerk, wrong)));
  expect(many.filter(({ body }) => body.ok)).toHaveLength(4);
  expect(await byCode(clerk, code)).toMatchObject({
    status: 422,
    body: { error: { code: 'PEOPLE_WEB_CODE_TRIES', message: '登录码已输错 5 次，请 5 分钟后再试，或改用扫码' } },
  });
  // Others are not kept from theirs.
  expect(seenIn(await byCode('member', code)).request).not.toBeNull();
  server.clock.pass(5 * minute - 1001);
  const later = await begin();
  expect(codeOf(await byCode(clerk, later.code))).toBe('PEOPLE_WEB_CODE_TRIES');
  server.clock.pass(1);
  expect(seenIn(await byCode(clerk, later.code)).request).not.toBeNull();
  // The right one forgets the wrong ones.
  expect(
    await server.db.selectFrom('web_code_tries').selectAll().where('person_id', '=', personaId(clerk)).execute(),
  ).toEqual([]);
});

test('in WeChat’s cloud tries of somebody who was never here count as well', async () => {
  const guess = (n: number) =>
    server.serve({
      path: 'people/seeWebSignIn',
      input: { by: 'code', code: String(n).padStart(8, '0') },
      key: `newcomer-key-${n}`,
      credential: { kind: 'openid', openid: 'openid-newcomer' },
      caller: 'wx-1',
    });
  const codes: string[] = [];
  for (let n = 1; n <= 7; n += 1) codes.push(codeOf(await guess(n)));
  expect(codes).toEqual(['OK', 'OK', 'OK', 'OK', 'OK', 'PEOPLE_WEB_CODE_TRIES', 'PEOPLE_WEB_CODE_TRIES']);
});

test('a browser’s session confirms no other, and a visitor none at all', async () => {
  const token = await signedInOnTheWeb();
  const { code, scan } = await begin();
  expect(codeOf(await asBrowser(token, 'people/seeWebSignIn', { by: 'scan', scan }))).toBe('PEOPLE_WEB_PHONE_ONLY');
  const signInId = idIn(await byCode(clerk, code));
  expect(codeOf(await asBrowser(token, 'people/confirmWebSignIn', { signInId }))).toBe('PEOPLE_WEB_PHONE_ONLY');
  expect((await server.call(null, 'people/confirmWebSignIn', { signInId })).status).toBe(401);
});

test('production has this way, for who is known to WeChat', async () => {
  const serve = makeServe({ ...server.home, mode: 'production' }, areas);
  const call = async (path: string, input: unknown, openid: string | null) => {
    const { body } = await serve({
      path,
      input,
      key: `production-${path.replace('/', '-')}`,
      credential: openid === null ? { kind: 'none' } : { kind: 'openid', openid },
      caller: 'somewhere',
      place: '市政务外网',
    });
    if (!body.ok) throw new Error(JSON.stringify(body.error));
    return body.data;
  };
  const { secret, scan } = (await call('people/beginWebSignIn', { agent: '<b>官方</b>' }, null)) as Begun;
  const { request } = (await call('people/seeWebSignIn', { by: 'scan', scan }, 'openid-a')) as Seen;
  // What a browser says of itself is not repeated.
  expect([request?.deviceZh, request?.placeZh]).toEqual(['不能识别的设备', '市政务外网']);
  await call('people/confirmWebSignIn', { signInId: request?.signInId }, 'openid-a');
  const { session } = (await call('people/takeWebSession', { secret }, null)) as { session: string };
  const { personId } = await server.db
    .selectFrom('person')
    .select('id as personId')
    .where('openid', '=', 'openid-a')
    .executeTakeFirstOrThrow();
  expect((await asBrowser(session, 'people/me')).body).toMatchObject({ data: { personId } });
});

test('who confirmed, took and refused stands in the audit, and each act in the security log', async () => {
  const { code } = await begin();
  await byCode(clerk, '00000000');
  await server.call(clerk, 'people/refuseWebSignIn', { signInId: idIn(await byCode(clerk, code)) });
  await signedInOnTheWeb();
  const audit = await server.db
    .selectFrom('audit')
    .select(['act', 'actor'])
    .where('subject', '=', `person:${personaId(clerk)}`)
    .orderBy('n')
    .execute();
  expect(audit).toEqual(
    ['people/refuseWebSignIn', 'people/confirmWebSignIn', 'people/takeWebSession'].map((act) => ({
      act,
      actor: personaId(clerk),
    })),
  );
  const log = await server.db
    .selectFrom('security_event')
    .select(['act', 'outcome', 'person_id'])
    .orderBy('id')
    .execute();
  const acts = log.filter(({ person_id }) => person_id === personaId(clerk)).map(({ act }) => act);
  expect(acts).toEqual(
    expect.arrayContaining([
      'webSignIn.wrongCode',
      'people/refuseWebSignIn',
      'people/confirmWebSignIn',
      'people/takeWebSession',
    ]),
  );
});

test('outside the networks for staff a browser’s session has no grants and is told so; a phone’s has them', async () => {
  const token = await signedInOnTheWeb();
  const queue = {
    filter: { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' },
  };
  expect((await asBrowser(token, 'people/me')).body).toMatchObject({ data: { grants: [{ role: 'regionStaff' }] } });
  expect((await asBrowser(token, 'screening/queue', queue)).status).toBe(200);
  const { body } = await asBrowser(token, 'people/me', {}, { outside: true });
  expect(body).toMatchObject({ data: { grants: [], staffShut: true } });
  expect((await asBrowser(token, 'screening/queue', queue, { outside: true })).status).toBe(403);

  const phone = await openSession(server.db, personaId(clerk), server.clock.now(), server.home.random);
  const fromPhone = await asBrowser(phone, 'people/me', {}, { outside: true });
  expect(fromPhone.body).toMatchObject({ data: { grants: [{ role: 'regionStaff' }] } });
  expect(JSON.stringify(fromPhone.body)).not.toContain('staffShut');
  // Who has no grants misses none.
  const entrant = await signedInOnTheWeb('member');
  expect(JSON.stringify((await asBrowser(entrant, 'people/me', {}, { outside: true })).body)).not.toContain(
    'staffShut',
  );
});

type Devices = { devices: Array<{ deviceId: string; deviceZh: string; seenAt: string; current: boolean }> };
const devicesOf = async (token: string): Promise<Devices['devices']> => {
  const { body } = await asBrowser(token, 'people/devices');
  return body.ok ? (body.data as Devices).devices : [];
};

test('the list of devices names each, and one that is ended is out at its next call', async () => {
  const phone = await openSession(server.db, personaId(clerk), server.clock.now(), server.home.random);
  const web = await signedInOnTheWeb();
  const before = await devicesOf(phone);
  const ours = before.filter(({ deviceZh, current }) => current || deviceZh.startsWith('Windows'));
  expect(ours.map(({ deviceZh, current }) => [deviceZh, current]).sort()).toEqual([
    ['Windows 电脑，Edge 浏览器', false],
    ['微信小程序', true],
  ]);
  const deviceId = ours.find(({ current }) => !current)?.deviceId;
  // Nobody else’s hand reaches it.
  expect((await server.call('member', 'people/endDevice', { deviceId })).status).toBe(404);
  expect((await asBrowser(phone, 'people/endDevice', { deviceId })).status).toBe(200);
  expect((await asBrowser(web, 'people/me')).status).toBe(401);
  expect((await devicesOf(phone)).some((device) => device.deviceId === deviceId)).toBe(false);
});

test('all others are ended at once, and the one that asks goes on', async () => {
  const phone = await openSession(server.db, personaId('member'), server.clock.now(), server.home.random);
  const tablets = [await signedInOnTheWeb('member'), await signedInOnTheWeb('member')];
  const clerks = await signedInOnTheWeb();
  const { body } = await asBrowser(phone, 'people/endOtherDevices');
  // The session under which the test server calls as `member` is one of them.
  expect(body).toEqual({ ok: true, data: { ended: 3 } });
  for (const token of tablets) expect((await asBrowser(token, 'people/me')).status).toBe(401);
  expect((await asBrowser(phone, 'people/me')).status).toBe(200);
  expect((await asBrowser(clerks, 'people/me')).status).toBe(200);
});

test('when a device was last used is known to ten minutes', async () => {
  const web = await signedInOnTheWeb();
  const seen = async () => (await devicesOf(web)).find(({ current }) => current)?.seenAt;
  const began = await seen();
  server.clock.pass(9 * minute);
  expect(await seen()).toBe(began);
  server.clock.pass(2 * minute);
  expect(await seen()).toBe('2026-11-24T09:11:00+08:00');
});
