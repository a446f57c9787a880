import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '../../../cloudfunctions/core/platform/db';
import { findPostmaster } from '../../../cloudfunctions/host/postgres/postmaster';
import { addressIn, anyPort, markAsDemo, setInstallation } from '../../support/installation';
import { freshDatabase } from '../../support/postgres';

jest.setTimeout(120_000);

const installation = setInstallation('start', 'audit-verify', 'rekey', 'appoint');

test('nothing is started in production without a key or on demo data, nor a demo on real data', async () => {
  const { url, drop } = await freshDatabase();
  const key = { XINGHUO_DATA_KEY: randomBytes(32).toString('base64') };
  const demo = { XINGHUO_MODE: 'demo' };
  const fails = async (env: Record<string, string>, ...args: string[]) => {
    const tried = installation.start('start', { DATABASE_URL: url, ...env }, ...args);
    return [await tried.ended, tried.said()];
  };
  try {
    expect(await fails({}, '--no-build')).toEqual([1, expect.stringContaining('缺少环境变量 XINGHUO_DATA_KEY')]);
    expect(await fails(demo, '--no-build')).toEqual([
      1,
      '这个数据库里是正式数据，不能用演示模式打开：演示模式任何人都可以用任何身份登录。\n',
    ]);
    expect(await fails(demo, '--no-build', '--fresh')).toEqual([1, expect.stringContaining('这个数据库里是正式数据')]);
    expect(await fails(key, '--fresh')).toEqual([1, '--fresh 会删除全部数据，只能在演示模式下使用。\n']);
    await markAsDemo(url);
    expect(await fails(key, '--no-build')).toEqual([
      1,
      '这个数据库里是演示数据，不能用于正式运行。请换一个空的数据库。\n',
    ]);
    expect(existsSync(path.join(installation.data, 'running.json'))).toBe(false);
  } finally {
    await drop();
  }
});

test('one folder through start, second start, verification and a clean end', async () => {
  const prepared = await installation.prepared();
  const env = { XINGHUO_MODE: 'demo', XINGHUO_PORT: anyPort() };
  const first = installation.fromSources(env, '--no-build');
  const address = addressIn(await first.until('auditor'));
  expect(address).toBe(`http://127.0.0.1:${env.XINGHUO_PORT}`);
  const moved = await fetch(`${address}/_demo/clock`, { method: 'POST', body: '{"now":null}' });
  expect(moved.status).toBe(200);

  const second = installation.start('start', env, '--no-build');
  expect([await second.ended, second.said()]).toEqual([1, `已在运行：${address}\n`]);

  const whole = installation.start('audit-verify', {});
  expect([await whole.ended, whole.said()]).toEqual([
    0,
    expect.stringMatching(
      /^已接上仍在运行的数据库\n审计记录完好：核对了 \d+ 条链、\d+ 行、\d+ 次封存。\n.*已导出的.*$/s,
    ),
  ]);
  const renewed = installation.start('rekey', {});
  expect([await renewed.ended, renewed.said()]).toEqual([
    0,
    '已接上仍在运行的数据库\n本次共换 0 条，现用密钥 k1\n数据库里的个人信息都已用现用密钥加密。\n',
  ]);
  // The demo has an official; for a reason another is appointed, while the product runs.
  const appointed = installation.start('appoint', {}, '--role', 'cityStaff', '--again', '演示');
  expect([await appointed.ended, appointed.said()]).toEqual([
    0,
    expect.stringMatching(/市级统筹人员的邀请码（只能用一次，.*截止）：\n\n {4}[34679A-Y]{5}-[34679A-Y]{5}\n/),
  ]);
  const db = openDatabase(prepared.url, 1);
  await db.updateTable('audit').set({ act: 'entry/approve' }).where('subject', '=', 'entry:1').execute();
  await db.destroy();
  const broken = installation.start('audit-verify', {});
  expect([await broken.ended, broken.said()]).toEqual([
    1,
    '已接上仍在运行的数据库\n审计记录有误：entry:1 第 1 行，内容被改动过。\n',
  ]);

  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.said()).toContain('已停止，数据已保存');
  expect(existsSync(path.join(installation.data, 'running.json'))).toBe(false);
  expect(await findPostmaster(path.join(prepared.folder, 'data'))).toBeUndefined();
});
