import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../../../cloudfunctions/core/platform/db';
import { json } from '../../../cloudfunctions/core/platform/schema';
import { freshDatabase } from '../../support/postgres';

const root = path.join(__dirname, '../../..');
/** `npm test` has built them; alone they are built into a folder of their own, since what is built may be in use. */
const givenBuilt = process.env.XINGHUO_BUILD === 'once';
const built = givenBuilt
  ? path.join(root, 'dist/cloudfunctions')
  : mkdtempSync(path.join(tmpdir(), 'xinghuo-functions-'));
const run = promisify(execFile);

/** Calls a built function as the cloud does: in a process of its own, far from our packages, identity in the environment. */
async function call(
  name: 'api' | 'worker',
  env: Record<string, string>,
  events: ReadonlyArray<{ openid?: string; environment?: unknown; event: unknown }>,
): Promise<{ answers: unknown[]; waits: unknown[]; log: string }> {
  const code = `(async () => {
    const { main } = require(${JSON.stringify(path.join(built, name))});
    const answers = [], waits = [];
    for (const { openid, environment, event } of JSON.parse(process.env.EVENTS)) {
      // What an older call left stays there, as it may in an instance that is used again.
      if (openid) process.env.WX_OPENID = openid;
      process.env.WX_CONTEXT_KEYS = openid ? 'WX_APPID,WX_OPENID' : 'WX_APPID';
      const context = environment === undefined ? {} : { environment };
      const answer = main(event, context);
      process.env.WX_OPENID = 'o-next-call';
      process.env.WX_CONTEXT_KEYS = 'WX_OPENID';
      waits.push(context.callbackWaitsForEmptyEventLoop);
      answers.push(await answer.catch((error) => 'threw ' + error.message));
    }
    await new Promise((end) => setImmediate(end));
    require('fs').writeSync(1, '\\n' + JSON.stringify({ answers, waits }) + '\\n');
    process.exit(0);
  })();`;
  const options = { cwd: '/', env: { ...env, EVENTS: JSON.stringify(events) }, maxBuffer: 1e8 };
  const { stdout } = await run(process.execPath, ['-e', code], options);
  const lines = stdout.split('\n').filter((line) => line !== '');
  const told = lines.find((line) => line.startsWith('{"answers"')) ?? '';
  const log = lines.filter((line) => line !== told).join('\n');
  return { ...(JSON.parse(told) as { answers: unknown[]; waits: unknown[] }), log };
}

let url: string;
let drop: () => Promise<void>;
let db: Db;
let env: Record<string, string>;

beforeAll(async () => {
  if (!givenBuilt) await run(process.execPath, ['--import', 'tsx', 'config/build-functions.ts', built], { cwd: root });
  ({ url, drop } = await freshDatabase());
  db = openDatabase(url, 2);
  const account = { XINGHUO_CLOUD_ENV: 'env', XINGHUO_WECHAT_APPID: 'wx-app', XINGHUO_WECHAT_SECRET: 'secret' };
  env = { DATABASE_URL: url, XINGHUO_DATA_KEY: randomBytes(32).toString('base64'), ...account };
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await drop();
  if (!givenBuilt) rmSync(built, { recursive: true, force: true });
});

const error = (code: string, message: string) => ({ ok: false, error: { code, message } });

test('api answers as whoever WeChat says is calling, whatever the payload claims', async () => {
  const mine = { path: 'entry/mine', input: {}, openid: 'o-forged', userInfo: { openId: 'o-forged' } };
  const enter = { path: 'people/signIn', input: {} };
  const { answers, waits, log } = await call('api', env, [
    { openid: 'o-first', event: mine },
    { openid: 'o-first', event: enter },
    { openid: 'o-first', event: mine },
    { event: mine },
    { openid: 'o-first', event: { path: 'entry/nothing' } },
    { openid: 'o-first', event: { path: 'people/signInAs', input: { persona: 'city' }, key: 'some-key-1' } },
  ]);
  expect(answers).toEqual([
    // Looking makes nobody a person; signing in does.
    error('UNAUTHENTICATED', '请先登录'),
    { ok: true, data: { ok: true } },
    { ok: true, data: { entries: [] } },
    error('UNAUTHENTICATED', '请先登录'),
    error('NOT_FOUND', '没有找到，可能已被删除'),
    error('NOT_FOUND', '没有找到，可能已被删除'),
  ]);
  expect(waits).toEqual(Array(6).fill(false));
  // One line a call, which names nobody.
  expect(log.split('\n').map((line) => JSON.parse(line).outcome)).toEqual([
    'UNAUTHENTICATED',
    'OK',
    'OK',
    'UNAUTHENTICATED',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  expect(log).not.toMatch(/o-first|o-forged/);
  const people = await db.selectFrom('person').select('openid').where('openid', 'is not', null).execute();
  expect(people).toEqual([{ openid: 'o-first' }]);
});

test('what the call’s own environment says goes before what an older call left behind', async () => {
  const mine = { path: 'entry/mine', input: {} };
  const { answers } = await call('api', env, [
    { openid: 'o-first', environment: JSON.stringify({ WX_OPENID: 'o-second' }), event: mine },
    { openid: 'o-first', environment: { WX_CONTEXT_KEYS: 'WX_APPID' }, event: mine },
    { openid: 'o-first', environment: { TZ: 'UTC' }, event: mine },
    { openid: 'o-first', event: { ...mine, visitor: true } },
  ]);
  const nobody = error('UNAUTHENTICATED', '请先登录');
  expect(answers).toEqual([nobody, nobody, { ok: true, data: { entries: [] } }, nobody]);
});

const internal = error('INTERNAL', '系统出错，已自动记录。请不要关闭本页，稍后重试');
const looked = { openid: 'o', event: { path: 'entry/mine', input: {} } };

test('a payload that is none, or too large, is refused before anything is opened, by a function without its settings too', async () => {
  const { answers, log } = await call('api', {}, [
    { openid: 'o', event: null },
    { openid: 'o', event: { input: {} } },
    { openid: 'o', event: { path: 'entry/mine', input: { a: 'x'.repeat(90 * 1024) } } },
    looked,
  ]);
  expect(answers).toEqual([
    error('MALFORMED', '小程序版本太旧。请关闭后重新打开，再试一次'),
    error('MALFORMED', '小程序版本太旧。请关闭后重新打开，再试一次'),
    error('TOO_LARGE', '提交的内容太大，请精简后重试'),
    internal,
  ]);
  expect(log).toContain('DATABASE_URL is not set.');
});

test('a function without its key, on demo data or on an old schema answers an envelope and serves nothing', async () => {
  const keyless = await call('api', { DATABASE_URL: url }, [looked]);
  expect([keyless.answers, keyless.log.includes('缺少环境变量 XINGHUO_DATA_KEY')]).toEqual([[internal], true]);

  await db
    .insertInto('setting')
    .values({ key: 'demoSeeded', value: json({}) })
    .execute();
  const demo = await call('api', env, [looked]);
  expect([demo.answers, demo.log.includes('演示数据')]).toEqual([[internal], true]);
  await db.deleteFrom('setting').execute();

  await sql`create table kept as select * from kysely_migration`.execute(db);
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(db);
  const old = await call('api', env, [looked]);
  expect(old.answers).toEqual([error('SCHEMA_OUTDATED', '系统正在升级，请稍后再试')]);
  await sql`insert into kysely_migration select * from kept on conflict do nothing`.execute(db);
});

test('worker does what is due when its timer fires, and nothing for a person', async () => {
  await sql`insert into call_rate values ('someone', 1, 1)`.execute(db);
  const timer = { Type: 'Timer', TriggerName: 'minute', Time: '2026-11-24T01:00:00Z', Message: '' };
  const byEnvironment = { environment: { WX_OPENID: 'o' }, event: timer };
  const people = await call('worker', env, [{ openid: 'o', event: timer }, byEnvironment]);
  expect(people.answers).toEqual([{ ok: false }, { ok: false }]);
  expect(await db.selectFrom('call_rate').select('caller').execute()).toContainEqual({ caller: 'someone' });
  const { answers, waits } = await call('worker', env, [{ event: timer }, { event: timer }]);
  expect([answers, waits]).toEqual([
    [{ ok: true }, { ok: true }],
    [false, false],
  ]);
  expect(await db.selectFrom('call_rate').select('caller').execute()).not.toContainEqual({ caller: 'someone' });
});

test('what WeChat pushes of somebody who left is done by the worker as on servers of one’s own, and nobody speaks of another', async () => {
  await call('api', env, [{ openid: 'o-leaves', event: { path: 'people/signIn', input: {} } }]);
  const leaves = { ToUserName: 'gh_1', CreateTime: 1, MsgType: 'event', Event: 'user_authorization_cancellation' };
  const pushed = { ...leaves, OpenID: 'o-leaves' };
  const known = () => db.selectFrom('person').select('id').where('openid', '=', 'o-leaves').execute();
  const { answers, waits } = await call('worker', env, [
    { openid: 'o-other', event: pushed },
    { event: { ...leaves, OpenID: 'o-nobody' } },
    { event: { MsgType: 'text', Content: 'hello', OpenID: 'o-leaves' } },
  ]);
  expect([answers, waits]).toEqual([
    [{ ok: false }, 'success', 'success'],
    [false, false, false],
  ]);
  expect(await known()).toHaveLength(1);
  const told = await call('worker', env, [{ openid: 'o-leaves', event: pushed }, { event: pushed }]);
  expect(told.answers).toEqual(['success', 'success']);
  expect(await known()).toHaveLength(0);
  expect(await db.selectFrom('erasure').select('person_id').execute()).toHaveLength(1);
});
