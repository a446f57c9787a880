import { createHash } from 'node:crypto';
import { openCloudStorage } from '../../../../cloudfunctions/core/platform/storage/cloud-storage';
import { openCloudFiles } from '../../../../cloudfunctions/core/platform/wechat/cloud-files';
import { openWechatCalls } from '../../../../cloudfunctions/core/platform/wechat/wechat-calls';
import { fixedClock } from '../../../support/fixed-clock';
import { openWechatServer, type WechatServer } from '../../../support/wechat/wechat-server';

const clock = fixedClock();
const key = '0199aa00-0000-7000-8000-000000000001-aa';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const plan = hashOf('plan');
const said: unknown[] = [];
let wechat: WechatServer;

beforeEach(async () => {
  said.length = 0;
  wechat = await openWechatServer(clock.now);
});
afterEach(() => wechat.close());

const open = () => {
  const { base, appid, secret, env } = wechat;
  const calls = openWechatCalls({ base, appid, secret, now: clock.now });
  return openCloudStorage(openCloudFiles(calls, env), (error) => said.push(error));
};
const send = (text: string, openid = 'o-entrant') => wechat.storage.sendAs(openid, `uploads/${key}`, Buffer.from(text));

test('what a phone sent is read in places, settled under its hash, forgotten, and erased', async () => {
  const storage = open();
  send('plan');
  const file = await storage.take(key, { maxBytes: 4 });
  expect([file.size, (await file.read(1, 2)).toString(), (await file.read(3, 9)).toString()]).toEqual([4, 'la', 'n']);
  expect(await file.sha256()).toBe(plan);
  await file.settle({ sha256: plan, kind: 'pdf' });
  await file.settle({ sha256: plan, kind: 'pdf' });
  const place = `files/${plan.slice(0, 2)}/${plan}.pdf`;
  expect(wechat.storage.paths()).toEqual([place, `uploads/${key}`]);
  expect(wechat.storage.at(place)).toEqual({ bytes: Buffer.from('plan'), openid: null, type: 'application/pdf' });
  expect([await storage.discard(key), await storage.discard(key)]).toEqual([true, true]);
  expect(wechat.storage.paths()).toEqual([place]);
  const content = { sha256: plan, kind: 'pdf' } as const;
  expect([await storage.erase(content), await storage.erase(content)]).toEqual([true, true]);
  expect(wechat.storage.paths()).toEqual([]);
  expect(await storage.freeBytes()).toBe(Number.POSITIVE_INFINITY);
});

test('a file that is sent again while it is judged is judged and kept as it was', async () => {
  const storage = open();
  send('plan');
  const file = await storage.take(key, { maxBytes: 100 });
  send('evil');
  expect([(await file.read(0, 4)).toString(), await file.sha256()]).toEqual(['plan', plan]);
  await file.settle({ sha256: plan, kind: 'pdf' });
  expect(wechat.storage.at(`files/${plan.slice(0, 2)}/${plan}.pdf`)?.bytes.toString()).toBe('plan');
  // What is overwritten is neither in the hash nor in what is kept.
  const overwrites = [{ offset: 1, bytes: Buffer.from('XX') }];
  expect(await file.sha256(overwrites)).toBe(hashOf('pXXn'));
  await file.settle({ sha256: hashOf('pXXn'), kind: 'jpg' }, overwrites);
  expect(wechat.storage.at(`files/${hashOf('pXXn').slice(0, 2)}/${hashOf('pXXn')}.jpg`)?.bytes.toString()).toBe('pXXn');
  await expect(file.settle({ sha256: hashOf('evil'), kind: 'pdf' })).rejects.toMatchObject({ code: 'UPLOAD_CHANGED' });
});

test('what never came, and what is larger than allowed, is said', async () => {
  const storage = open();
  await expect(storage.take(key, { maxBytes: 100 })).rejects.toMatchObject({ code: 'UPLOAD_MISSING' });
  send('x'.repeat(101));
  await expect(storage.take(key, { maxBytes: 100 })).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
});

test('a leftover that cannot be taken away is told and fails nothing', async () => {
  const storage = open();
  await storage.discard(key);
  expect(said).toEqual([]);
  await wechat.close();
  expect(await storage.discard(key)).toBe(false);
  expect(said.map(String)).toEqual(["WechatFailed: WeChat's batchdeletefile failed"]);
});

test('the rules let a client write its own uploads, nothing of others, no settled file, and read nothing', () => {
  const { storage } = wechat;
  send('plan');
  expect(() => send('evil', 'o-stranger')).toThrow('STORAGE_REQUEST_FAIL');
  for (const path of [`files/${plan.slice(0, 2)}/${plan}.pdf`, 'anything', 'x/uploads/a', 'uploads']) {
    expect(() => storage.sendAs('o-entrant', path, Buffer.from('evil'))).toThrow('STORAGE_REQUEST_FAIL');
  }
  expect([storage.mayRead('o-entrant', `uploads/${key}`), storage.mayRead('o-stranger', `uploads/${key}`)]).toEqual([
    false,
    false,
  ]);
});
