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

test('what a phone sent is read in places, settled under its hash, and forgotten', async () => {
  const storage = open();
  send('plan');
  const file = await storage.received(key, { maxBytes: 4 });
  expect([file.size, (await file.read(1, 2)).toString(), (await file.read(3, 9)).toString()]).toEqual([4, 'la', 'n']);
  expect(await file.sha256()).toBe(plan);
  await storage.settle(key, { sha256: plan, kind: 'pdf' });
  await storage.settle(key, { sha256: plan, kind: 'pdf' });
  const place = `files/${plan.slice(0, 2)}/${plan}.pdf`;
  expect(wechat.storage.paths()).toEqual([place, `uploads/${key}`]);
  expect(wechat.storage.at(place)).toEqual({ bytes: Buffer.from('plan'), openid: null, type: 'application/pdf' });
  expect([await storage.discard(key), await storage.discard(key)]).toEqual([true, true]);
  expect(wechat.storage.paths()).toEqual([place]);
});

test('a file that is sent again while it is judged is judged as it was, and not kept', async () => {
  const storage = open();
  send('plan');
  const file = await storage.received(key, { maxBytes: 100 });
  send('evil');
  expect([(await file.read(0, 4)).toString(), await file.sha256()]).toEqual(['plan', plan]);
  await expect(storage.settle(key, { sha256: plan, kind: 'pdf' })).rejects.toMatchObject({ code: 'UPLOAD_CHANGED' });
  expect(wechat.storage.paths()).toEqual([`uploads/${key}`]);
});

test('what never came, and what is larger than allowed, is said', async () => {
  const storage = open();
  await expect(storage.received(key, { maxBytes: 100 })).rejects.toMatchObject({ code: 'UPLOAD_MISSING' });
  await expect(storage.settle(key, { sha256: plan, kind: 'pdf' })).rejects.toMatchObject({ code: 'UPLOAD_MISSING' });
  send('x'.repeat(101));
  await expect(storage.received(key, { maxBytes: 100 })).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
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
