import { useEffect, useRef } from 'react';

/**
 * Stands in for `@tarojs/taro`. Every name exists: life-cycle hooks run as effects, storage is a map, the others are
 * `jest.fn()` resolving to `{}`. A test overrides one with `jest.mocked(Taro.showModal).mockResolvedValueOnce(...)`.
 */
const storage = new Map<string, unknown>();
const router: { path: string; params: Record<string, string> } = { path: '', params: {} };

/** Gives the page under test its address. */
export function openAt(path: string, params: Record<string, string> = {}): void {
  router.path = path;
  router.params = params;
}

/** As the platform does: once a page, with the first render's closure. */
function useOnceShown(run: (params: Record<string, string>) => void): void {
  const first = useRef(run);
  useEffect(() => first.current(router.params), []);
}

function useOnceGone(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => () => latest.current(), []);
}

const known: Record<string, unknown> = {
  __esModule: true,
  openAt,
  useLoad: useOnceShown,
  useReady: useOnceShown,
  useDidShow: useOnceShown,
  useUnload: useOnceGone,
  useDidHide: jest.fn(useOnceGone),
  useRouter: () => router,
  getCurrentInstance: () => ({ router }),
  getCurrentPages: jest.fn(() => []),
  getEnv: () => 'WEB',
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getStorageSync: jest.fn((key: string) => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  clearStorageSync: jest.fn(() => storage.clear()),
  getStorageInfoSync: jest.fn(() => ({ keys: [...storage.keys()] })),
  eventCenter: { on: jest.fn(), once: jest.fn(), off: jest.fn(), trigger: jest.fn() },
  showModal: jest.fn(async () => ({ confirm: true, cancel: false })),
};

/** Hooks and listeners that a test triggers itself: they only record what they were given. */
const isSilent = (name: string) => /^(use|on|off)[A-Z]/.test(name);

const get = (_: object, name: string | symbol): unknown => {
  if (typeof name !== 'string' || name === 'then') return undefined;
  if (name === 'default') return taro;
  known[name] ??= isSilent(name) ? jest.fn() : jest.fn(async () => ({}));
  return known[name];
};
/** Whoever copies the names that there are so far finds the others behind it (config/build-room.cjs). */
const behind = new Proxy({}, { get });
const taro: object = new Proxy(known, { get, getPrototypeOf: () => behind });

module.exports = taro;
