import { IncomingMessage, request } from 'node:http';
import { Socket } from 'node:net';
import { sql } from 'kysely';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { readBody } from '../../../cloudfunctions/host/http/body';
import { fixedNow } from '../../support/fixed-clock';
import { bearer, freshHost, type HttpHost } from './http-host';

/** Announces a body, sends its first byte, and waits for the answer. */
function beginBody(url: string, bytes: number): Promise<{ status: number | undefined; sent: number }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers: { 'Content-Length': bytes } }, (answer) => {
      answer.resume();
      sending.destroy();
      resolve({ status: answer.statusCode, sent: 1 });
    });
    sending.once('error', reject);
    sending.write('{');
  });
}

const start = { contestId: 'LF-XH-2026-141033', trackCode: 'modern_services', groupCode: 'idea_team' };
const someId = '01900000-0000-7000-8000-000000000000';

let host: HttpHost;
beforeAll(async () => {
  host = await freshHost();
});
afterAll(() => host.close());

async function told(response: Response) {
  const body = (await response.json()) as { ok: boolean; data?: unknown; error?: { code: string } };
  return { status: response.status, ok: body.ok, code: body.error?.code };
}

test('an answer is an envelope in JSON that no cache keeps', async () => {
  const response = await host.post('/api/entry/mine', {}, bearer(await host.session('entrant-new')));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.json()).toEqual({ ok: true, data: { entries: [] } });
});

test('each kind of failure has its status and the same envelope', async () => {
  const session = await host.session('entrant-new');
  const as = bearer(session);
  expect(await told(await host.post('/api/entry/get', { entryId: 'no id' }, as))).toEqual({
    status: 400,
    ok: false,
    code: 'MALFORMED',
  });
  expect(await told(await host.post('/api/entry/start', start, { ...as, 'Idempotency-Key': '' }))).toEqual({
    status: 400,
    ok: false,
    code: 'KEY_MISSING',
  });
  expect(await told(await host.post('/api/entry/mine', {}))).toEqual({
    status: 401,
    ok: false,
    code: 'UNAUTHENTICATED',
  });
  const filter = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
  expect(await told(await host.post('/api/screening/queue', { filter, cursor: null }, as))).toEqual({
    status: 403,
    ok: false,
    code: 'FORBIDDEN',
  });
  expect(await told(await host.post('/api/entry/get', { entryId: someId }, as))).toEqual({
    status: 404,
    ok: false,
    code: 'NOT_FOUND',
  });
  expect(await told(await host.post('/api/entry/nothing', {}, as))).toEqual({
    status: 404,
    ok: false,
    code: 'NOT_FOUND',
  });
  expect(await told(await fetch(`${host.address}/api/entry/mine`))).toEqual({
    status: 404,
    ok: false,
    code: 'NOT_FOUND',
  });
  const once = { ...as, 'Idempotency-Key': 'one-key-for-two' };
  expect(await told(await host.post('/api/entry/start', start, once))).toEqual({
    status: 200,
    ok: true,
    code: undefined,
  });
  expect(await told(await host.post('/api/entry/start', { ...start, groupCode: 'growth' }, once))).toEqual({
    status: 409,
    ok: false,
    code: 'KEY_REUSED',
  });
  expect(await told(await host.post('/api/entry/start', { ...start, trackCode: 'livelihood' }, as))).toEqual({
    status: 422,
    ok: false,
    code: 'ENTRY_TRACK_NOT_HERE',
  });
});

test('a body above the limit of its kind is 413, announced or not', async () => {
  const as = bearer(await host.session('entrant-new'));
  const tooLarge = { status: 413, ok: false, code: 'TOO_LARGE' };
  const change = JSON.stringify({ entryId: 'x'.repeat(90 * 1024) });
  expect(await told(await host.post('/api/entry/submit', change, as))).toEqual(tooLarge);
  const read = JSON.stringify({ entryId: 'x'.repeat(16 * 1024) });
  expect(await told(await host.post('/api/entry/get', read, as))).toEqual(tooLarge);
  expect(await told(await host.post('/api/people/signInAs', { persona: 'x'.repeat(4096) }))).toEqual(tooLarge);
  const pieces = new ReadableStream({
    start(controller) {
      for (let n = 0; n < 100; n += 1) controller.enqueue(new Uint8Array(1024).fill(32));
      controller.close();
    },
  });
  const chunked = await fetch(`${host.address}/api/entry/get`, {
    method: 'POST',
    body: pieces,
    headers: as,
    duplex: 'half',
  } as RequestInit);
  expect(await told(chunked)).toEqual(tooLarge);
});

test('who must sign in is told so before a byte of the body is read', async () => {
  const { status, sent } = await beginBody(`${host.address}/api/entry/mine`, 80 * 1024);
  expect([status, sent]).toEqual([401, 1]);
});

test('every answer tells browsers what they may not do; production insists on HTTPS', async () => {
  const production = await freshHost('production');
  try {
    for (const [one, hsts] of [
      [host, null],
      [production, 'max-age=31536000; includeSubDomains'],
    ] as const) {
      for (const path of ['/', '/api/none', '/api/competition/home']) {
        const { headers } = await fetch(`${one.address}${path}`, { method: path === '/' ? 'GET' : 'POST' });
        expect(headers.get('strict-transport-security')).toBe(hsts);
        expect(headers.get('permissions-policy')).toContain('geolocation=()');
        expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      }
    }
  } finally {
    await production.close();
  }
});

test('the demo answers only to an address of this machine, not to a name that somebody pointed at it', async () => {
  const { port } = new URL(host.address);
  const asked = (name: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${host.address}/api/people/personas`, { method: 'POST', headers: { Host: name } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .once('error', reject)
        .end('{}');
    });
  expect(await Promise.all([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].map(asked))).toEqual([
    200, 200, 200,
  ]);
  expect(await Promise.all(['evil.example', `evil.example:${port}`, 'localhost.evil.example'].map(asked))).toEqual([
    403, 403, 403,
  ]);
});

test('a body that comes too slowly ends with 408 and its connection', async () => {
  const incoming = new IncomingMessage(new Socket());
  incoming.push('{"a":');
  await expect(readBody(incoming, 1024, 30)).rejects.toMatchObject({ code: 'TOO_SLOW' });
});

test('a sender who breaks off midway is no fault of the server’s', async () => {
  const incoming = new IncomingMessage(new Socket());
  incoming.push('{"a":');
  const read = readBody(incoming, 1024);
  incoming.destroy(new Error('aborted'));
  await expect(read).rejects.toMatchObject({ code: 'TOO_SLOW' });
});

test('an address with a query, or whole as proxies send it, asks for the same; anything else under /api is not there', async () => {
  const { port } = new URL(host.address);
  const asked = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, method: 'POST' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .once('error', reject)
        .end('{}');
    });
  const landing = '/api/notices/landing';
  expect(await Promise.all([landing, `${landing}?a=1`, `${host.address}${landing}`].map(asked))).toEqual([
    200, 200, 200,
  ]);
  expect(await Promise.all([`${landing}/more`, '/api/notices', '/api/'].map(asked))).toEqual([404, 404, 404]);
});

test('malformed JSON is 400, no body is an empty input', async () => {
  const as = bearer(await host.session('entrant-new'));
  expect(await told(await host.post('/api/entry/mine', '{"a":', as))).toEqual({
    status: 400,
    ok: false,
    code: 'MALFORMED',
  });
  expect(await told(await host.post('/api/entry/mine', '', as))).toEqual({ status: 200, ok: true, code: undefined });
  expect(await told(await host.post('/api/entry/mine', '[1]', as))).toEqual({
    status: 400,
    ok: false,
    code: 'MALFORMED',
  });
});

test('forged headers of WeChat make nobody anybody', async () => {
  await host.home.db.updateTable('person').set({ openid: 'o-victim' }).where('id', '=', personaId('city')).execute();
  const forged = {
    'x-wx-openid': 'o-victim',
    'x-wx-source': 'wx_client',
    'x-wx-unionid': 'u',
    'x-forwarded-for': '1.1.1.1',
  };
  expect(await told(await host.post('/api/entry/mine', {}, forged))).toEqual({
    status: 401,
    ok: false,
    code: 'UNAUTHENTICATED',
  });
  expect(await told(await host.post('/api/entry/mine', {}, bearer('forged-session')))).toEqual({
    status: 401,
    ok: false,
    code: 'UNAUTHENTICATED',
  });
});

test('too many changes in a minute are 429, with the seconds to wait', async () => {
  const minute = Math.floor(fixedNow / 60_000);
  await host.home.db
    .insertInto('call_rate')
    .values({ caller: personaId('member'), minute, calls: 120 })
    .execute();
  const as = bearer(await host.session('member'));
  const refused = await host.post('/api/entry/start', start, as);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await told(refused)).toEqual({ status: 429, ok: false, code: 'RATE_LIMITED' });
});

test('what a change leaves in the outbox is told right after it, without waiting for the timer', async () => {
  const began = process.hrtime.bigint();
  const as = bearer(await host.session('entrant-returned'));
  const letter = { kind: 'question', body: '什么时候公布名单？', contact: '' };
  expect((await host.post('/api/people/sendFeedback', letter, as)).status).toBe(200);
  const waiting = () => host.home.db.selectFrom('outbox').select('id').where('attempts', '=', 0).execute();
  while ((await waiting()).length > 0 && process.hrtime.bigint() - began < 1_000_000_000n);
  expect(await waiting()).toEqual([]);
});

test('the clock can be moved in the demo, and what is due is done before the answer', async () => {
  const moved = await host.post('/_demo/clock', { now: '2026-12-02T03:04:05+08:00' });
  expect(await moved.json()).toEqual({ ok: true, data: { now: '2026-12-02T03:04:05+08:00' } });
  expect(host.home.now()).toBe(Date.UTC(2026, 11, 1, 19, 4, 5));
  expect(await told(await host.post('/_demo/clock', { now: 'tomorrow' }))).toEqual({
    status: 400,
    ok: false,
    code: 'MALFORMED',
  });
  const back = await host.post('/_demo/clock', { now: null });
  expect(await back.json()).toEqual({ ok: true, data: { now: '2026-11-24T09:00:00+08:00' } });
});

test('a fault of our own is 500 with a sentence, and the cause is in the log only', async () => {
  await sql`alter table section rename to section_gone`.execute(host.home.db);
  const response = await host.post('/api/entry/start', start, bearer(await host.session('entrant-returned')));
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    ok: false,
    error: { code: 'INTERNAL', message: '系统出错，已自动记录。请不要关闭本页，稍后重试' },
  });
  expect(JSON.stringify(host.faults)).toContain('section');
  await sql`alter table section_gone rename to section`.execute(host.home.db);
});

test('signing in and out sets and clears the cookie for files', async () => {
  const response = await host.post('/api/people/signInAs', { persona: 'clerk-puxian-1' });
  const { data } = (await response.json()) as { data: { session: string } };
  expect(response.headers.get('set-cookie')).toBe(
    `xh_files=${data.session}; Max-Age=2592000; Path=/files; HttpOnly; SameSite=Strict`,
  );
  const out = await host.post('/api/people/signOut', {}, bearer(data.session));
  expect([out.status, out.headers.get('set-cookie')]).toEqual([200, 'xh_files=; Max-Age=0; Path=/files']);
});

test('production has neither the clock nor the personas', async () => {
  const production = await freshHost('production');
  try {
    expect(await told(await production.post('/_demo/clock', { now: null }))).toEqual({
      status: 404,
      ok: false,
      code: 'NOT_FOUND',
    });
    expect(await told(await production.post('/api/people/personas', {}))).toMatchObject({ status: 404 });
    expect(await told(await production.post('/api/people/signInAs', { persona: 'city' }))).toMatchObject({
      status: 404,
    });
  } finally {
    await production.close();
  }
});
