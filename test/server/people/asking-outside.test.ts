import { areas } from '../../../cloudfunctions/core/areas';
import { WechatFailed } from '../../../cloudfunctions/core/platform/wechat/wechat-calls';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(() => server.close());

const none = { kind: 'none' } as const;

test('thirty who wait for WeChat hold nobody else up', async () => {
  const answers: Array<(openid: string) => void> = [];
  const openidOf = () => new Promise<string>((answer) => answers.push(answer));
  const wechat = { openidOf, phoneOf: async () => null, remind: async () => ({ kind: 'unknown' as const }) };
  const serve = makeServe({ ...server.home, wechat }, areas);
  const signIns = Array.from({ length: 30 }, (_, n) =>
    serve({
      path: 'people/signInWithWechat',
      input: { code: `code-${n}` },
      key: null,
      credential: none,
      caller: 'hall',
    }),
  );
  while (answers.length < 30) await new Promise(setImmediate);
  // More connections than the pool has would be held by now.
  const other = await server.call('member', 'people/updateSettings', { displayName: '不用等' });
  expect(other.status).toBe(200);
  answers.forEach((answer, n) => {
    answer(`openid-${n}`);
  });
  expect(new Set((await Promise.all(signIns)).map(({ status }) => status))).toEqual(new Set([200]));
});

test('WeChat’s silence is told as such, and may be tried again', async () => {
  const silent = () => Promise.reject(new WechatFailed('jscode2session', null));
  const serve = makeServe({ ...server.home, wechat: { openidOf: silent, phoneOf: silent, remind: silent } }, areas);
  const reply = await serve({
    path: 'people/signInWithWechat',
    input: { code: 'a-code' },
    key: null,
    credential: none,
    caller: 'hall',
  });
  expect(reply).toEqual({
    status: 503,
    body: { ok: false, error: { code: 'WECHAT_SILENT', message: '微信暂时没有回应，请稍后再试' } },
    retryAfter: 5,
  });
});
