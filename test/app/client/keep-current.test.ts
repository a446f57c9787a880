import Taro from '@tarojs/taro';
import { keepCurrent } from '../../../src/client/cache/keep-current';

const platform = Taro as unknown as Record<string, jest.Mock>;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const question = () => jest.mocked(Taro.showModal).mock.calls[0]?.[0]?.title;

function onWechat(SDKVersion: string): { ready(): void; applied: jest.Mock } {
  let ready: () => void = () => undefined;
  const applied = jest.fn();
  platform.getSystemInfoSync?.mockReturnValue({ SDKVersion });
  platform.getUpdateManager?.mockReturnValue({
    onUpdateReady: (listener: () => void) => {
      ready = listener;
    },
    applyUpdate: applied,
  });
  keepCurrent();
  return { ready: () => ready(), applied };
}

test.each(['2.9.0', '2.32.2'])('base library %s is too old, and WeChat is asked to be updated', async (version) => {
  onWechat(version);
  await Promise.resolve();
  expect(question()).toBe('微信版本太旧');
  await settled();
  expect(platform.updateWeChatApp).toHaveBeenCalledTimes(1);
});

test('on a new enough WeChat nothing is asked, until a new version of the app is there and somebody agrees', async () => {
  const { ready, applied } = onWechat('3.0.0');
  expect(question()).toBeUndefined();
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  ready();
  await settled();
  expect([question(), applied.mock.calls.length]).toEqual(['小程序有新版本', 0]);
  ready();
  await settled();
  expect(applied).toHaveBeenCalledTimes(1);
});
