import type { Failure } from '../../../src/client/transport/failure';

type Transport = typeof import('../../../src/client/transport/transport');
type Stand = Record<string, jest.Mock> & { cloud: Record<string, jest.Mock> };

/** The seam as it is built for one home, with a platform of its own behind it. */
function openHome(home: 'cloud' | 'server'): { transport: Transport['transport']; taro: Stand } {
  const before = process.env.TARO_APP_HOME;
  process.env.TARO_APP_HOME = home;
  let opened: { transport: Transport['transport']; taro: Stand } | undefined;
  jest.isolateModules(() => {
    const taro = require('@tarojs/taro') as Stand;
    taro.cloud = { init: jest.fn(), callFunction: jest.fn() };
    const { transport } = require('../../../src/client/transport/transport') as Transport;
    opened = { transport, taro };
  });
  process.env.TARO_APP_HOME = before;
  if (!opened) throw new Error('The seam was not opened.');
  return opened;
}

const silent = () => new Promise(() => undefined);
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: Failure) => error.code,
  );

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test.each(['cloud', 'server'] as const)('a %s that hangs is waited for: a read 15 s, a change 25 s', async (home) => {
  const { transport, taro } = openHome(home);
  taro.cloud.callFunction?.mockImplementation(silent);
  taro.request?.mockImplementation(silent);
  const told: string[] = [];
  void codeOf(transport('competition/home', {}, null)).then((code) => told.push(`read ${code}`));
  void codeOf(transport('entry/submit', {}, 'key-of-the-act')).then((code) => told.push(`change ${code}`));
  await jest.advanceTimersByTimeAsync(14_900);
  expect(told).toEqual([]);
  await jest.advanceTimersByTimeAsync(200);
  expect(told).toEqual(['read CALL_TIMED_OUT']);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['read CALL_TIMED_OUT', 'change CALL_TIMED_OUT']);
});

test("a cloud's error is told by its number, and what is no envelope as unavailable", async () => {
  const { transport, taro } = openHome('cloud');
  taro.cloud.callFunction?.mockRejectedValueOnce({ errMsg: 'cloud.callFunction:fail -501004' });
  expect(await codeOf(transport('entry/mine', {}, null))).toBe('SERVER_BUSY');
  taro.cloud.callFunction?.mockResolvedValueOnce({ result: 'a page' });
  expect(await codeOf(transport('entry/mine', {}, null))).toBe('SERVER_UNAVAILABLE');
});

test("a proxy's page is no answer; our own refusal keeps when to ask again", async () => {
  const { transport, taro } = openHome('server');
  taro.request?.mockResolvedValueOnce({ statusCode: 502, data: '<html>Bad Gateway</html>', header: {} });
  expect(await codeOf(transport('entry/mine', {}, null))).toBe('SERVER_UNAVAILABLE');
  const refused = { ok: false, error: { code: 'RATE_LIMITED', message: '操作太频繁' } };
  taro.request?.mockResolvedValueOnce({ statusCode: 429, data: refused, header: { 'Retry-After': '4' } });
  expect(await transport('entry/mine', {}, null)).toEqual({ ...refused, retryAfter: 4000 });
});
