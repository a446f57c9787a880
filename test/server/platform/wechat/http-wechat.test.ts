import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openHttpWechat } from '../../../../cloudfunctions/core/platform/wechat/http-wechat';
import {
  openWechatCalls,
  type WechatAccount,
  WechatFailed,
  wechatFromEnvironment,
} from '../../../../cloudfunctions/core/platform/wechat/wechat-calls';
import { fixedClock } from '../../../support/fixed-clock';

/** A stand-in that speaks as much of WeChat's protocol as is asked, and keeps what it was asked. */
type Asked = { method: string; path: string; query: Record<string, string>; body: unknown };

let server: Server;
let base: string;
let asked: Asked[];
let answers: Record<string, Array<unknown>>;
const clock = fixedClock();

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      asked.push({
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        body: text === '' ? null : JSON.parse(text),
      });
      const answer = answers[url.pathname]?.shift();
      if (answer === undefined) response.writeHead(502).end();
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  asked = [];
  answers = {};
});

const open = (more: Partial<WechatAccount> = {}) =>
  openHttpWechat(openWechatCalls({ base, appid: 'wx-app', secret: 'app-secret', now: clock.now, ...more }));

const token = '/cgi-bin/stable_token';
const phone = '/wxa/business/getuserphonenumber';
const session = '/sns/jscode2session';
const given = { errcode: 0, phone_info: { phoneNumber: '+8619900000000', purePhoneNumber: '19900000000' } };

test('a login code becomes an openid', async () => {
  answers[session] = [{ openid: 'o-1', session_key: 'k' }];
  expect(await open().openidOf('code-1')).toBe('o-1');
  expect(asked).toEqual([
    {
      method: 'GET',
      path: session,
      query: { appid: 'wx-app', secret: 'app-secret', js_code: 'code-1', grant_type: 'authorization_code' },
      body: null,
    },
  ]);
});

test('a code that WeChat refuses is nobody, and no fault', async () => {
  answers[session] = [
    { errcode: 40029, errmsg: 'invalid code' },
    { errcode: 40163, errmsg: 'code been used' },
  ];
  const wechat = open();
  expect([await wechat.openidOf('wrong'), await wechat.openidOf('used')]).toEqual([null, null]);
});

test('a phone code becomes a number, with one token for many calls until it nears its end', async () => {
  answers[token] = [
    { access_token: 't-1', expires_in: 7200 },
    { access_token: 't-2', expires_in: 7200 },
  ];
  answers[phone] = [given, given, given];
  const wechat = open();
  expect(await Promise.all([wechat.phoneOf('a'), wechat.phoneOf('b')])).toEqual(['19900000000', '19900000000']);
  clock.pass(6900_000);
  expect(await wechat.phoneOf('c')).toBe('19900000000');
  expect(asked.filter(({ path }) => path === token).map(({ body }) => body)).toEqual([
    { grant_type: 'client_credential', appid: 'wx-app', secret: 'app-secret', force_refresh: false },
    { grant_type: 'client_credential', appid: 'wx-app', secret: 'app-secret', force_refresh: false },
  ]);
  expect(asked.filter(({ path }) => path === phone).map(({ query, body }) => [query.access_token, body])).toEqual([
    ['t-1', { code: 'a' }],
    ['t-1', { code: 'b' }],
    ['t-2', { code: 'c' }],
  ]);
});

test('a stale token is renewed once by force, a busy WeChat asked once more', async () => {
  answers[token] = [
    { access_token: 't-1', expires_in: 7200 },
    { access_token: 't-2', expires_in: 7200 },
  ];
  answers[phone] = [{ errcode: 40001 }, given, { errcode: -1 }, given];
  const wechat = open();
  expect([await wechat.phoneOf('a'), await wechat.phoneOf('b')]).toEqual(['19900000000', '19900000000']);
  expect(
    asked.filter(({ path }) => path === token).map(({ body }) => (body as { force_refresh: boolean }).force_refresh),
  ).toEqual([false, true]);
  answers[phone] = [{ errcode: -1 }, { errcode: -1 }];
  await expect(wechat.phoneOf('c')).rejects.toThrow("WeChat's getuserphonenumber failed with -1");
});

test('WeChat is made to give another token ten times a day and no oftener, however often it calls one stale', async () => {
  const times = 12;
  answers[token] = Array.from({ length: 2 * times + 1 }, (_, n) => ({ access_token: `t-${n}`, expires_in: 7200 }));
  answers[phone] = Array.from({ length: 2 * times + 2 }, () => ({ errcode: 42001 }));
  const wechat = open();
  for (let n = 0; n < times; n += 1) await wechat.phoneOf('a').catch(() => undefined);
  const forced = () =>
    asked.filter(({ path, body }) => path === token && (body as { force_refresh: boolean }).force_refresh).length;
  expect(forced()).toBe(10);
  clock.pass(86_400_000);
  answers[token] = [
    { access_token: 'a', expires_in: 7200 },
    { access_token: 'b', expires_in: 7200 },
  ];
  await wechat.phoneOf('a').catch(() => undefined);
  expect(forced()).toBe(11);
});

test('what fails is told without code, token or secret', async () => {
  const wechat = open();
  const failures: unknown[] = [];
  answers[session] = [{ errcode: 45011 }];
  for (const attempt of [
    () => wechat.openidOf('secret-code'),
    () => wechat.openidOf('secret-code'),
    () => wechat.phoneOf('secret-code'),
    () => open({ base: 'http://127.0.0.1:1' }).openidOf('secret-code'),
  ]) {
    await attempt().catch((error: unknown) => failures.push(error));
  }
  expect(failures.map((error) => (error instanceof WechatFailed ? [error.message, error.cause] : error))).toEqual([
    ["WeChat's jscode2session failed with 45011", undefined],
    ["WeChat's jscode2session failed", undefined],
    ["WeChat's stable_token failed", undefined],
    ["WeChat's jscode2session failed", undefined],
  ]);
});

test('the environment names the adapter, or there is none', () => {
  expect(wechatFromEnvironment({ XINGHUO_WECHAT_APPID: 'wx-app' }, clock.now)).toBeNull();
  expect(
    wechatFromEnvironment({ XINGHUO_WECHAT_APPID: 'wx-app', XINGHUO_WECHAT_SECRET: 's' }, clock.now),
  ).not.toBeNull();
});
