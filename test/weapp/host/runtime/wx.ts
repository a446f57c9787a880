import { ask, network, report } from './device';
import { askYesOrNo, chooseOne, showWords } from './over';
import { currentPages, navigation, scrollPage, setBadge, setTitle, stopPullDown } from './router';

type Options = {
  success?: (answer: object) => void;
  fail?: (fault: { errMsg: string }) => void;
  complete?: (answer: object) => void;
  [name: string]: unknown;
};

/** Makes an API of WeChat's shape: told through `success` and `fail` or, when neither is given, by a promise. */
function api(name: string, work: (options: Options) => unknown) {
  return (options: Options = {}) => {
    const told = (async () => ({ errMsg: `${name}:ok`, ...((await work(options)) as object | undefined) }))();
    const byCallback = options.success || options.fail || options.complete;
    const settled = told.then(
      (answer) => {
        options.success?.(answer);
        options.complete?.(answer);
        return answer;
      },
      (error: unknown) => {
        const fault = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
        options.fail?.(fault);
        options.complete?.(fault);
        if (!byCallback) throw fault;
        return undefined;
      },
    );
    return byCallback ? undefined : settled;
  };
}

function overNetwork(): void {
  if (!network.online()) throw new Error('the network is gone');
}

const kept = (key: unknown) => `weapp:${String(key)}`;
const storage = {
  getStorageSync: (key: string): unknown => JSON.parse(localStorage.getItem(kept(key)) ?? '""'),
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(kept(key), JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(kept(key)),
};

const baseInfo = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', fontSizeSetting: 16, theme: 'light' };
const deviceInfo = { brand: 'devtools', model: 'test', platform: 'android', system: 'Android 13' };
const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  statusBarHeight: 0,
  safeArea: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
});

type Uploaded = { fileID: string };

const implemented: Record<string, unknown> = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  ...Object.fromEntries(Object.entries(navigation).map(([name, work]) => [name, api(name, work)])),
  ...storage,
  getStorage: api('getStorage', ({ key }) => ({ data: storage.getStorageSync(String(key)) })),
  setStorage: api('setStorage', ({ key, data }) => storage.setStorageSync(String(key), data)),
  removeStorage: api('removeStorage', ({ key }) => storage.removeStorageSync(String(key))),
  getSystemInfoSync: () => ({ ...baseInfo, ...deviceInfo, ...windowInfo() }),
  getAppBaseInfo: () => baseInfo,
  getDeviceInfo: () => deviceInfo,
  getWindowInfo: windowInfo,
  canIUse: () => false,
  nextTick: (work: () => void) => void Promise.resolve().then(work),
  onNetworkStatusChange: network.watch,
  offNetworkStatusChange: network.forget,
  getNetworkType: api('getNetworkType', () => ({ networkType: network.online() ? 'wifi' : 'none' })),
  showToast: api('showToast', ({ title, duration }) => showWords(String(title), Number(duration ?? 1500))),
  showModal: api('showModal', async (options) => {
    const confirm = await askYesOrNo(options as Parameters<typeof askYesOrNo>[0]);
    return { confirm, cancel: !confirm };
  }),
  showActionSheet: api('showActionSheet', async ({ itemList }) => {
    const tapIndex = await chooseOne(itemList as string[]);
    if (tapIndex === null) throw new Error('cancel');
    return { tapIndex };
  }),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }) => setTitle(String(title))),
  setTabBarBadge: api('setTabBarBadge', ({ index, text }) => setBadge(Number(index), String(text))),
  removeTabBarBadge: api('removeTabBarBadge', ({ index }) => setBadge(Number(index), '')),
  stopPullDownRefresh: api('stopPullDownRefresh', stopPullDown),
  pageScrollTo: api('pageScrollTo', (options) => scrollPage(options)),
  setClipboardData: api('setClipboardData', ({ data }) => ask('clipboard', data)),
  chooseMedia: api('chooseMedia', () => ask('chooseMedia', {})),
  chooseMessageFile: api('chooseMessageFile', () => ask('chooseMessageFile', {})),
  cloud: loud('wx.cloud', {
    init: () => undefined,
    callFunction: api('cloud.callFunction', async ({ name, data }) => {
      overNetwork();
      // Only what JSON can carry reaches a function.
      const result = await ask('callFunction', { name, data: JSON.parse(JSON.stringify(data ?? null)) });
      overNetwork();
      return { result };
    }),
    uploadFile: api('cloud.uploadFile', async ({ cloudPath, filePath }) => {
      overNetwork();
      return ask<Uploaded>('uploadFile', { cloudPath, filePath });
    }),
  }),
};

/** An object on which whatever is not there is a fault of the app, or a gap of this host; either must be seen. */
function loud<T extends Record<string, unknown>>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'webpackJsonp') return Reflect.get(target, key);
      const fault = `${name}.${key} is not implemented by the test's host`;
      report(fault);
      throw new Error(fault);
    },
  });
}

export const wx = loud('wx', implemented);
export { currentPages };
