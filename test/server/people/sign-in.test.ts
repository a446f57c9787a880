import { areas } from '../../../cloudfunctions/core/areas';
import { sha256Hex } from '../../../cloudfunctions/core/platform/crypto/hash';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const asSession = (token: string, path: string, input: unknown = {}, key = 'session-key-1') =>
  server.serve({ path, input, key, credential: { kind: 'session', token }, caller: 'test' });

test('the personas of the demo can be listed by anyone, the new user first', async () => {
  const { personas } = await server.ask<{ personas: Array<{ persona: string; nameZh: string; aboutZh: string }> }>(
    null,
    'people/personas',
  );
  expect(personas.map(({ persona }) => persona)).toEqual([
    'new',
    'entrant-new',
    'entrant-returned',
    'member',
    'clerk-puxian-1',
    'clerk-puxian-2',
    'lead-puxian',
    'clerk-yaodu',
    'clerk-lfedz',
    'city',
    'auditor',
    'winner-first',
    'winner-third',
    'winner-refused',
    'loan-puxian',
    'loan-yaodu',
    'loan-city',
    'trainer-1',
    'incubator-1',
    'guarantor-1',
    'lender-1',
    'lender-2',
    'finance',
    'city-2',
  ]);
  expect(personas[0]?.nameZh).toBe('新用户');
});

test('signing in as a persona needs no key and opens a session of that person', async () => {
  const reply = await server.serve({
    path: 'people/signInAs',
    input: { persona: 'clerk-puxian-1' },
    key: null,
    credential: { kind: 'none' },
    caller: 'test',
  });
  if (!reply.body.ok) throw new Error('sign-in was refused');
  const { session } = reply.body.data as { session: string };
  expect(Buffer.from(session, 'base64url')).toHaveLength(32);
  expect((await asSession(session, 'people/me')).body).toMatchObject({
    ok: true,
    data: { personId: personaId('clerk-puxian-1'), displayName: '蒲县审核人员一' },
  });
  const stored = await server.db.selectFrom('session').select('token_hash').execute();
  expect(stored).toContainEqual({ token_hash: sha256Hex(session) });
});

test('the new user is somebody else each time', async () => {
  const first = await server.ask<{ session: string }>(null, 'people/signInAs', { persona: 'new' });
  const second = await server.ask<{ session: string }>(null, 'people/signInAs', { persona: 'new' });
  const who = async (session: string) => {
    const { body } = await asSession(session, 'people/me');
    if (!body.ok) throw new Error('no session');
    return body.data as { personId: string; displayName: string; grants: unknown[]; unread: number };
  };
  const [one, other] = [await who(first.session), await who(second.session)];
  expect(one.personId).not.toBe(other.personId);
  expect([one.displayName, one.grants, one.unread]).toEqual(['新用户', [], 0]);
});

test('an unknown persona is answered 404, and production knows no personas', async () => {
  expect(await server.call(null, 'people/signInAs', { persona: 'nobody' })).toEqual({
    status: 404,
    body: { ok: false, error: { code: 'PEOPLE_NO_SUCH_PERSONA', message: '没有这个演示身份' } },
  });
  const production = makeServe({ ...server.home, mode: 'production' }, areas);
  const ask = (path: string) =>
    production({ path, input: { persona: 'city' }, key: null, credential: { kind: 'none' }, caller: 'test' });
  expect([(await ask('people/signInAs')).status, (await ask('people/personas')).status]).toEqual([404, 404]);
});

test('signing out ends this session at once and leaves the others', async () => {
  const open = () => openSession(server.db, personaId('member'), server.clock.now(), server.home.random);
  const [phone, laptop] = [await open(), await open()];
  expect(await asSession(phone, 'people/signOut')).toEqual({ status: 200, body: { ok: true, data: { ok: true } } });
  expect((await asSession(phone, 'people/me')).body).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
  expect((await asSession(phone, 'people/updateSettings', { elderMode: true })).status).toBe(401);
  expect((await asSession(laptop, 'people/me')).status).toBe(200);
});

test('a WeChat code becomes the session of one person, and a refused code none', async () => {
  const openids = new Map([
    ['good-1', 'openid-a'],
    ['good-2', 'openid-a'],
  ]);
  const wechat = {
    openidOf: async (code: string) => openids.get(code) ?? null,
    phoneOf: async (code: string) => (code === 'phone-1' ? '19900005678' : null),
    remind: async () => ({ kind: 'unknown' as const }),
  };
  const serve = makeServe({ ...server.home, wechat }, areas);
  const signIn = async (code: string) => {
    const { status, body } = await serve({
      path: 'people/signInWithWechat',
      input: { code },
      key: null,
      credential: { kind: 'none' },
      caller: 'test',
    });
    return body.ok ? (body.data as { session: string }).session : status;
  };
  const [first, second] = [await signIn('good-1'), await signIn('good-2')];
  const me = async (token: unknown) => {
    const { body } = await asSession(String(token), 'people/me');
    return body.ok ? (body.data as { personId: string; phoneMasked: string | null }) : null;
  };
  expect((await me(first))?.personId).toBe((await me(second))?.personId);
  expect(await signIn('bad')).toBe(422);
  expect(await server.call(null, 'people/signInWithWechat', { code: 'good-1' })).toMatchObject({
    status: 422,
    body: { error: { code: 'PEOPLE_WECHAT_REFUSED', message: '微信登录没有成功，请重试' } },
  });

  const bind = (code: string, key: string) =>
    serve({
      path: 'people/bindPhone',
      input: { code },
      key,
      credential: { kind: 'session', token: String(first) },
      caller: 'test',
    });
  expect((await bind('phone-1', 'bind-key-1')).body).toMatchObject({ ok: true, data: { phoneMasked: '199****5678' } });
  expect((await bind('phone-2', 'bind-key-2')).body).toMatchObject({
    ok: false,
    error: { code: 'PEOPLE_WECHAT_REFUSED' },
  });
  const row = await server.db
    .selectFrom('person')
    .select(['phone_sealed', 'phone_masked'])
    .where('openid', '=', 'openid-a')
    .executeTakeFirstOrThrow();
  expect(row.phone_masked).toBe('199****5678');
  expect(row.phone_sealed).not.toContain('19900005678');
});
