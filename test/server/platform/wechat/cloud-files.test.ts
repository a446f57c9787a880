import { openCloudFiles, TooLarge } from '../../../../cloudfunctions/core/platform/wechat/cloud-files';
import { openWechatCalls } from '../../../../cloudfunctions/core/platform/wechat/wechat-calls';
import { fixedClock } from '../../../support/fixed-clock';
import { openWechatServer, type WechatServer } from '../../../support/wechat/wechat-server';

const clock = fixedClock();
let wechat: WechatServer;
beforeEach(async () => {
  wechat = await openWechatServer(clock.now);
});
afterEach(() => wechat.close());

const open = (env = wechat.env) => {
  const { base, appid, secret } = wechat;
  return openCloudFiles(openWechatCalls({ base, appid, secret, now: clock.now }), env);
};

const pdf = 'application/pdf';

test('bytes go to a path, come back, are replaced and taken away', async () => {
  const files = open();
  expect(await files.read('files/aa/plan', 100)).toBeNull();
  await files.write('files/aa/plan', Buffer.from('第一版'), pdf);
  await files.write('files/aa/plan', Buffer.from('第二版'), pdf);
  expect((await files.read('files/aa/plan', 9))?.toString()).toBe('第二版');
  await files.remove('files/aa/plan');
  await files.remove('files/aa/plan');
  expect([await files.read('files/aa/plan', 100), wechat.storage.paths()]).toEqual([null, []]);
});

test('reading stops at the limit', async () => {
  const files = open();
  await files.write('uploads/large', Buffer.alloc(11), pdf);
  await expect(files.read('uploads/large', 10)).rejects.toThrow(TooLarge);
  expect(await files.read('uploads/large', 11)).toHaveLength(11);
});

test('an address opens the file for its seconds and no longer; a file that is not there has none', async () => {
  const files = open();
  await files.write('files/aa/plan', Buffer.from('plan'), pdf);
  const address = (await files.addressOf('files/aa/plan', 300)) ?? '';
  const answer = await fetch(address);
  expect([answer.headers.get('Content-Type'), await answer.text()]).toEqual([pdf, 'plan']);
  clock.pass(299_999);
  expect((await fetch(address)).status).toBe(200);
  clock.pass(1);
  expect((await fetch(address)).status).toBe(403);
  expect(await files.addressOf('files/bb/none', 300)).toBeNull();
});

test('the bucket is asked for once, and a stale token is renewed', async () => {
  const files = open();
  await files.addressOf('files/aa/a', 1);
  wechat.forgetTokens();
  await files.addressOf('files/aa/b', 1);
  const token = '/cgi-bin/stable_token';
  const download = '/tcb/batchdownloadfile';
  expect(wechat.asked).toEqual([token, '/tcb/uploadfile', download, download, token, download]);
});

test('what WeChat refuses is told by its number, without token or address', async () => {
  await expect(open('another-env').write('files/a', Buffer.from('x'), pdf)).rejects.toThrow(
    "WeChat's uploadfile failed with -501000",
  );
  const files = open();
  await files.addressOf('files/aa/plan', 300);
  await wechat.close();
  await expect(files.read('files/aa/plan', 10)).rejects.toThrow("WeChat's batchdownloadfile failed");
});
