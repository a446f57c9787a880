import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appendAudit } from '../../../cloudfunctions/core/platform/audit/audit';
import { openDatabase } from '../../../cloudfunctions/core/platform/db';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { findPostmaster } from '../../../cloudfunctions/host/postgres/postmaster';
import { removeCluster } from '../../../cloudfunctions/host/postgres/remove-cluster';
import { startCluster } from '../../../cloudfunctions/host/postgres/start-cluster';
import { fixedNow } from '../../support/fixed-clock';
import { freshDatabase } from '../../support/postgres';
import { prepareTemplate } from '../../support/prepare-template';
import { buildPrograms } from '../../support/programs';

jest.setTimeout(120_000);

const root = path.join(__dirname, '../../..');

let programs: Awaited<ReturnType<typeof buildPrograms>>;
beforeAll(async () => {
  programs = await buildPrograms('start', 'audit-verify', 'rekey', 'appoint');
});
afterAll(() => programs.remove());

let folder: string;
let started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'xinghuo-start-'));
  // The server's unprivileged user has to pass through.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
  await removeCluster(path.join(folder, 'data'));
  rmSync(folder, { recursive: true, force: true });
});

type Run = {
  child: ChildProcess;
  said(): string;
  until(words: string): Promise<string>;
  ended: Promise<number | null>;
};

type Script = Parameters<typeof programs.of>[0];
/** One of the host's programs, on a database of its own, without a look at the pages' sources. */
const start = (script: Script, env: Record<string, string>, ...args: string[]): Run =>
  run([programs.of(script), ...args], env);
/** As `npm start` has it: from the sources. */
const fromSources = (env: Record<string, string>, ...args: string[]): Run =>
  run(['--import', 'tsx', 'cloudfunctions/host/start.ts', ...args], env);

function run(args: readonly string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, XINGHUO_DATA: path.join(folder, 'data'), ...env },
  });
  started.push(child);
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const until = (words: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (text.includes(words)) resolve(text);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without saying “${words}”:\n${text}`)));
    });
  return { child, said: () => text, until, ended };
}

const addressIn = (text: string) => /ready (http:\S+)/.exec(text)?.[1] ?? '';

/** Marks a prepared database as a seeded demo, without playing the whole edition. */
async function markAsDemo(url: string): Promise<void> {
  const db = openDatabase(url, 1);
  await db
    .insertInto('setting')
    .values({ key: 'demoSeeded', value: json({}) })
    .execute();
  await appendAudit(db, { subject: 'entry:1', act: 'entry/start', data: {}, actor: 'system', now: fixedNow });
  await db.destroy();
}

test('nothing is started in production without a key or on demo data, nor a demo on real data', async () => {
  const { url, drop } = await freshDatabase();
  const key = { XINGHUO_DATA_KEY: randomBytes(32).toString('base64') };
  const demo = { XINGHUO_MODE: 'demo' };
  const fails = async (env: Record<string, string>, ...args: string[]) => {
    const tried = start('start', { DATABASE_URL: url, ...env }, ...args);
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
    expect(existsSync(path.join(folder, 'data/running.json'))).toBe(false);
  } finally {
    await drop();
  }
});

test('one folder through start, second start, verification, kill -9, start again and a clean end', async () => {
  const data = path.join(folder, 'data');
  const prepared = await startCluster({ dataFolder: data, durable: false });
  await prepareTemplate(prepared.url);
  await markAsDemo(prepared.url);
  await prepared.stop();

  const env = { XINGHUO_MODE: 'demo', XINGHUO_PORT: String(20_000 + Math.floor(Math.random() * 20_000)) };
  const first = fromSources(env, '--no-build');
  const address = addressIn(await first.until('auditor'));
  expect(address).toBe(`http://127.0.0.1:${env.XINGHUO_PORT}`);
  const moved = await fetch(`${address}/_demo/clock`, { method: 'POST', body: '{"now":null}' });
  expect(moved.status).toBe(200);

  const second = start('start', env, '--no-build');
  expect([await second.ended, second.said()]).toEqual([1, `已在运行：${address}\n`]);

  const whole = start('audit-verify', {});
  expect([await whole.ended, whole.said()]).toEqual([
    0,
    expect.stringMatching(
      /^已接上仍在运行的数据库\n审计记录完好：核对了 \d+ 条链、\d+ 行、\d+ 次封存。\n.*已导出的.*$/s,
    ),
  ]);
  const renewed = start('rekey', {});
  expect([await renewed.ended, renewed.said()]).toEqual([
    0,
    '已接上仍在运行的数据库\n本次共换 0 条，现用密钥 k1\n数据库里的个人信息都已用现用密钥加密。\n',
  ]);
  // The demo has an official; for a reason another is appointed, while the product runs.
  const appointed = start('appoint', {}, '--role', 'cityStaff', '--again', '演示');
  expect([await appointed.ended, appointed.said()]).toEqual([
    0,
    expect.stringMatching(/市级统筹人员的邀请码（只能用一次，.*截止）：\n\n {4}[34679A-Y]{5}-[34679A-Y]{5}\n/),
  ]);
  const db = openDatabase(prepared.url, 1);
  await db.updateTable('audit').set({ act: 'entry/approve' }).where('subject', '=', 'entry:1').execute();
  await db.destroy();
  const broken = start('audit-verify', {});
  expect([await broken.ended, broken.said()]).toEqual([
    1,
    '已接上仍在运行的数据库\n审计记录有误：entry:1 第 1 行，内容被改动过。\n',
  ]);

  first.child.kill('SIGKILL');
  await first.ended;
  const again = start('start', env, '--no-build');
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
  expect(existsSync(path.join(data, 'running.json'))).toBe(false);
  expect(await findPostmaster(path.join(prepared.folder, 'data'))).toBeUndefined();
});
