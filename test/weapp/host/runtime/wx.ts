import { api, overNetwork, transfer } from './api';
import { ask, network, report } from './device';
import { needGesture } from './gesture';
import { askYesOrNo, chooseOne, showWords } from './over';
import { needPrivacy, privacy } from './privacy';
import { currentPages, navigation, scrollPage, setBadge, setTitle, stopPullDown } from './router';

const kept = (key: unknown) => `weapp:${String(key)}`;
const storage = {
  getStorageSync: (key: string): unknown => JSON.parse(localStorage.getItem(kept(key)) ?? '""'),
  setStorageSync: (key: string, value: unknown) => localStorage.setItem(kept(key), JSON.stringify(value)),
  removeStorageSync: (key: string) => localStorage.removeItem(kept(key)),
  getStorageInfoSync: () => ({
    keys: Object.keys(localStorage)
      .filter((key) => key.startsWith(kept('')))
      .map((key) => key.slice(kept('').length)),
  }),
};

const baseInfo = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', fontSizeSetting: 16, theme: 'light' };
const platform = localStorage.getItem('weapp-platform') ?? 'android';
const deviceInfo = { brand: 'devtools', model: 'test', platform, system: 'Android 13' };
const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  statusBarHeight: 0,
  safeArea: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth, height: innerHeight },
});

const resized = new Set<(told: object) => void>();
addEventListener('resize', () => {
  for (const listener of resized) listener({ size: windowInfo() });
});

/** An API behind which something private lies. */
const privateApi = (name: string, work: (options: Record<string, unknown>) => unknown) =>
  api(name, async (options) => {
    await needPrivacy(name);
    return work(options);
  });

const files = {
  readFile: api('readFile', async ({ filePath, position, length }) => {
    const bytes = await ask<string>('readFile', { filePath, position, length });
    return { data: Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0)).buffer };
  }),
  getFileInfo: api('getFileInfo', ({ filePath }) => ask('fileInfo', filePath)),
};

/** What the device shows in front of the app, and what lay there. */
const shows = (how: string) => (options: object) => ask('show', { how, ...plain(options) });

/** Only what JSON can carry leaves the app. */
const plain = (value: unknown): object => JSON.parse(JSON.stringify(value ?? null)) as object;

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
  chooseMedia: privateApi('chooseMedia', ({ mediaType, sourceType, sizeType }) =>
    ask('chooseMedia', { mediaType, sourceType, sizeType }),
  ),
  chooseMessageFile: privateApi('chooseMessageFile', ({ type, extension }) =>
    ask('chooseMessageFile', plain({ type, extension })),
  ),
  getFileSystemManager: () => files,
  getImageInfo: api('getImageInfo', ({ src }) => ask('imageInfo', src)),
  compressImage: api('compressImage', ({ src, compressedWidth }) => ask('compress', { src, compressedWidth })),
  openSetting: api('openSetting', () => ask('settings', 'wechat')),
  openAppAuthorizeSetting: api('openAppAuthorizeSetting', () => ask('settings', 'system')),
  scanCode: api('scanCode', ({ onlyFromCamera }) => ask('scan', plain({ onlyFromCamera }))),
  requestSubscribeMessage: api('requestSubscribeMessage', ({ tmplIds }) => {
    needGesture();
    return ask('subscribe', tmplIds);
  }),
  onWindowResize: (listener: (told: object) => void) => resized.add(listener),
  offWindowResize: (listener: (told: object) => void) => resized.delete(listener),
  getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
  onNeedPrivacyAuthorization: privacy.watch,
  openPrivacyContract: api('openPrivacyContract', () => askYesOrNo({ title: '用户隐私保护指引', showCancel: false })),
  getRealtimeLogManager: () => ({ error: (...words: unknown[]) => void ask('log', plain(words)) }),
  login: api('login', async () => {
    overNetwork();
    return { code: await ask('login', {}) };
  }),
  request: transfer('request', ({ url, method, data, header }) =>
    ask('request', { url, method: method ?? 'GET', data: plain(data), header: plain(header) }),
  ),
  uploadFile: transfer('uploadFile', ({ url, filePath, name, formData }) =>
    ask('uploadForm', { url, filePath, name, formData: plain(formData) }),
  ),
  downloadFile: transfer('downloadFile', ({ url, header }) => ask('download', { url, header: plain(header) })),
  openDocument: api('openDocument', shows('openDocument')),
  previewImage: api('previewImage', shows('previewImage')),
  previewMedia: api('previewMedia', (options) => {
    if (platform === 'windows') throw new Error('not supported on this platform');
    return shows('previewMedia')(options);
  }),
  cloud: loud('wx.cloud', {
    init: () => undefined,
    callFunction: api('cloud.callFunction', async ({ name, data }) => {
      overNetwork();
      const result = await ask('callFunction', { name, data: plain(data) });
      overNetwork();
      return { result };
    }),
    uploadFile: transfer('cloud.uploadFile', ({ cloudPath, filePath }) => ask('uploadFile', { cloudPath, filePath })),
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
