import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from '../../../cloudfunctions/host/postgres/postmaster';
import { addressIn, anyPort, setInstallation } from '../../support/installation';

jest.setTimeout(120_000);

const installation = setInstallation('start');

test('a host that is killed is started again; one whose database dies starts it again, and meanwhile nobody hears of a fault', async () => {
  const prepared = await installation.prepared();
  const env = { XINGHUO_MODE: 'demo', XINGHUO_PORT: anyPort() };
  const first = installation.start('start', env, '--no-build');
  const address = addressIn(await first.until('auditor'));
  first.child.kill('SIGKILL');
  await first.ended;
  const again = installation.start('start', env, '--no-build');
  expect(await again.until('ready')).toContain('已接上仍在运行的数据库');

  // The database dies under the running host, which did not even start it: it is started again, and meanwhile nobody hears of a fault.
  const postmaster = (await findPostmaster(path.join(prepared.folder, 'data')))?.pid ?? 0;
  const heard: Array<[number, string | null]> = [];
  process.kill(postmaster, 'SIGKILL');
  while (heard.at(-1)?.[0] !== 200 || !again.said().includes('数据库已重新启动')) {
    const { status, headers } = await fetch(`${address}/api/notices/landing`, { method: 'POST', body: '{}' });
    heard.push([status, headers.get('retry-after')]);
    await pause(50);
  }
  expect(new Set(heard.map((one) => one.join(' ')))).toEqual(new Set(['503 5', '200 ']));
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(again.said()).toContain('已停止，数据已保存');
  expect(existsSync(path.join(installation.data, 'running.json'))).toBe(false);
  expect(await findPostmaster(path.join(prepared.folder, 'data'))).toBeUndefined();
});
