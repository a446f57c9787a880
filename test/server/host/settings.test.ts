import { resolve } from 'node:path';
import { readSettings } from '../../../cloudfunctions/host/settings';

test('unset means production, in .data, on the loopback, with a database of our own', () => {
  expect(readSettings({}, [])).toEqual({
    mode: 'production',
    dataFolder: resolve('.data'),
    databaseUrl: null,
    host: '127.0.0.1',
    port: null,
    proxies: 0,
    staffNetworks: null,
    processes: 1,
    fresh: false,
    watch: false,
    wechatPush: null,
    noBuild: false,
  });
});

test('everything that is asked for is read', () => {
  const env = {
    XINGHUO_MODE: 'demo',
    XINGHUO_DATA: '/d',
    DATABASE_URL: 'postgres://x',
    XINGHUO_HOST: '::1',
    XINGHUO_PORT: '9000',
    XINGHUO_PROXIES: '1',
    XINGHUO_STAFF_NETWORKS: '市政务外网=10.20.0.0/16',
    XINGHUO_PROCESSES: '4',
  };
  expect(readSettings(env, ['--fresh', '--watch', '--no-build'])).toEqual({
    mode: 'demo',
    dataFolder: '/d',
    databaseUrl: 'postgres://x',
    host: '::1',
    port: 9000,
    proxies: 1,
    staffNetworks: [{ name: '市政务外网', bytes: [10, 20, 0, 0], bits: 16 }],
    processes: 4,
    fresh: true,
    watch: true,
    wechatPush: null,
    noBuild: true,
  });
});

test.each([
  [{ XINGHUO_MODE: 'Demo' }, [], 'XINGHUO_MODE 只能是 demo 或 production，现在是 Demo。'],
  [{}, ['--fresh'], '--fresh 会删除全部数据，只能在演示模式下使用。'],
  [{}, ['--all'], '不认识的参数 --all；可用的有 --fresh、--watch、--no-build。'],
  [{ XINGHUO_PORT: '80a' }, [], 'XINGHUO_PORT 应为 1 到 65535 之间的整数，现在是 80a。'],
  [{ XINGHUO_PORT: '0' }, [], 'XINGHUO_PORT 应为 1 到 65535 之间的整数，现在是 0。'],
  [{ XINGHUO_PROCESSES: '0' }, [], 'XINGHUO_PROCESSES 应为应答的进程数（1 到 16），现在是 0。'],
  [{ XINGHUO_STAFF_NETWORKS: '10.20.0.0/33' }, [], 'XINGHUO_STAFF_NETWORKS 里的“10.20.0.0/33”的位数最多 32。'],
  [{ XINGHUO_PROXIES: '-1' }, [], 'XINGHUO_PROXIES 应为前面自有代理的层数（0 到 10），现在是 -1。'],
])('a wrong setting is refused with a sentence: %j %j', (env, args, sentence) => {
  expect(() => readSettings(env, args)).toThrow(sentence);
});
