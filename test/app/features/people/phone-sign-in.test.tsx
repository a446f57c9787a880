import Taro from '@tarojs/taro';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { DevicesDesk } from '../../../../src/features/people/web-sign-in/devices-desk';
import { PhoneDesk } from '../../../../src/features/people/web-sign-in/phone-desk';
import { scanTokenIn, toDigits } from '../../../../src/shared/people/web-sign-in';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const signInId = '0197f000-0000-7000-8000-0000000000aa';
const request = { signInId, deviceZh: 'Windows 电脑，Edge 浏览器', placeZh: '市政务外网', matchNumber: '47' };
const show = (page: React.ReactElement) => {
  keepSession('a-session');
  return showPage(page);
};
const typeCode = async (code: string) => {
  await userEvent.type(screen.getByRole('textbox'), code);
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
};

test('the phone shows which browser and the two digits before anything is confirmed', async () => {
  api.people.seeWebSignIn.mockResolvedValue({ request, messageZh: null });
  api.people.confirmWebSignIn.mockResolvedValue({ ok: true });
  show(<PhoneDesk scanned="" />);
  await typeCode('12345678');
  for (const words of ['47', 'Windows 电脑，Edge 浏览器', '市政务外网'])
    expect(await screen.findByText(words)).toBeTruthy();
  expect(api.people.confirmWebSignIn).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '确认登录' }));
  expect(api.people.confirmWebSignIn.mock.calls[0]?.[0]).toEqual({ signInId });
  expect(await screen.findByText('已确认，电脑上稍后进入')).toBeTruthy();
});

test('a wrong code is told beside the field, and what was typed stays', async () => {
  api.people.seeWebSignIn.mockResolvedValue({ request: null, messageZh: '没有这个登录码，还可以输 4 次' });
  show(<PhoneDesk scanned="" />);
  await typeCode('00000000');
  expect(await screen.findByText('没有这个登录码，还可以输 4 次')).toBeTruthy();
  expect(screen.getByRole('textbox')).toHaveProperty('value', '00000000');
});

test('who did not ask says no; what has ended meanwhile can only be left', async () => {
  api.people.seeWebSignIn.mockResolvedValue({ request, messageZh: null });
  api.people.refuseWebSignIn.mockResolvedValueOnce({ ok: true });
  const { unmount } = show(<PhoneDesk scanned="" />);
  await typeCode('12345678');
  await userEvent.click(await screen.findByRole('button', { name: '不是我操作' }));
  expect(await screen.findByText('已拒绝这次登录')).toBeTruthy();
  unmount();

  jest
    .mocked(api.people.confirmWebSignIn)
    .mockRejectedValueOnce(new Failure('PEOPLE_WEB_SIGN_IN_OVER', '这次登录已结束'));
  show(<PhoneDesk scanned="" />);
  await typeCode('12345678');
  await userEvent.click(await screen.findByRole('button', { name: '确认登录' }));
  expect(await screen.findByText('这次登录已结束')).toBeTruthy();
  expect(screen.getByRole('button', { name: '确认登录' }).getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '返回' }));
  expect(await screen.findByRole('textbox')).toBeTruthy();
});

test('our page in a plain browser, opened by what the code holds, only says where to scan', () => {
  show(<PhoneDesk scanned={`/packages/account/web-sign-in/index?scan=${'a'.repeat(38)}`} />);
  expect(screen.getByText('请在小程序中扫码')).toBeTruthy();
  expect(api.people.seeWebSignIn).not.toHaveBeenCalled();
});

test.each([
  [`https://xh.example.gov.cn/packages/account/web-sign-in/index?scan=${'a-_9'.repeat(9)}zz`, `${'a-_9'.repeat(9)}zz`],
  [`/x?y=1&scan=${'b'.repeat(38)}#top`, 'b'.repeat(38)],
  [`/x?scan=${'b'.repeat(39)}`, null],
  [`/x?noscan=${'b'.repeat(38)}`, null],
  ['https://example.com', null],
])('in %s the token is %s', (text, token) => expect(scanTokenIn(text)).toBe(token));

test('a code may be typed in groups and in full width', () => {
  expect([toDigits('1234 5678'), toDigits('１２３４－５６７８'), toDigits('x')]).toEqual(['12345678', '12345678', '']);
});

const device = (deviceId: string, deviceZh: string, current: boolean) => ({
  deviceId,
  deviceZh,
  placeZh: current ? '' : '203.0.113.*',
  beganAt: '2026-11-24T09:00:00+08:00',
  seenAt: '2026-11-24T10:20:00+08:00',
  current,
});

test('devices are told with day and network, and ended one by one or together, asked about before', async () => {
  api.people.devices.mockResolvedValue({
    devices: [
      device(signInId, '微信小程序', true),
      device('d-2', 'Windows 电脑', false),
      device('d-3', '苹果电脑', false),
    ],
  });
  api.people.endDevice.mockResolvedValue({ ok: true });
  api.people.endOtherDevices.mockResolvedValue({ ended: 2 });
  show(<DevicesDesk />);
  expect(await screen.findByText('还有 2 台设备登录着')).toBeTruthy();
  expect(screen.getByText('本机')).toBeTruthy();
  expect(screen.getAllByText('网络 203.0.113.*')).toHaveLength(2);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  await userEvent.click(screen.getByRole('button', { name: '结束Windows 电脑的登录' }));
  expect(api.people.endDevice).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: '结束Windows 电脑的登录' }));
  expect(api.people.endDevice.mock.calls[0]?.[0]).toEqual({ deviceId: 'd-2' });
  await userEvent.click(screen.getByRole('button', { name: '结束其他全部' }));
  expect(api.people.endOtherDevices).toHaveBeenCalledTimes(1);
});
