import { setStage } from './stage';

const stage = setStage();
const page = '/packages/account/web-sign-in/index';
const address = (scan: string) => `https://xinghuo.example.gov.cn${page}?scan=${scan}`;

test('the phone scans the code of a browser, compares the number, and lets it in; it is in the list of devices until it is ended', async () => {
  const web = await stage.browserAsks();
  const { page: hand, aim } = await stage.phone('o-desk-clerk', { start: page });
  aim('https://example.com/?scan=nothing-of-ours');
  await hand.tap('web-scan');
  await hand.sees('这不是本赛事网页的登录二维码');
  aim(address(web.scan));
  await hand.tap('web-scan');
  await hand.sees('Windows 电脑，Edge 浏览器');
  expect(await hand.reads('web-match')).toBe((await web.look()).matchNumber);
  await hand.tap('web-confirm');
  await hand.sees('已确认，电脑上稍后进入');
  const session = await web.take();
  expect(await web.whoHolds(session)).not.toBeNull();

  await hand.tap('to-devices');
  await hand.sees('Windows 电脑，Edge 浏览器');
  await hand.tapEach('end-', '');
  await hand.answer(true);
  await hand.sees('没有其他设备登录');
  expect(await web.whoHolds(session)).toBeNull();
});

test('an address that WeChat itself scanned opens the page at that browser; a code can be typed as well, and refused', async () => {
  const web = await stage.browserAsks();
  const q = encodeURIComponent(address(web.scan));
  const { page: hand } = await stage.phone('o-desk-entrant', { start: `${page}?q=${q}` });
  await hand.sees('让这台电脑登录？');
  const other = await stage.browserAsks();
  const { page: second } = await stage.phone('o-desk-second', { start: page });
  await second.type('web-code-typed', other.code);
  await second.tap('web-code-go');
  await second.sees('让这台电脑登录？');
  await second.tap('web-refuse');
  await second.sees('已拒绝这次登录');
  expect((await other.look()).state).toBe('refused');
});
