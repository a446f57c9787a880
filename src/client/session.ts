import Taro from '@tarojs/taro';

const storageKey = 'xinghuo-session';
const listeners = new Set<() => void>();

/** In WeChat's cloud the platform says who calls; elsewhere a session's token does. */
export const platformKnowsCaller = process.env.TARO_APP_HOME === 'cloud';

export function sessionToken(): string | null {
  return Taro.getStorageSync<string>(storageKey) || null;
}

/** Keeps or, with null, forgets the session of this device, and tells every page. */
export function keepSession(token: string | null): void {
  if (token === null) Taro.removeStorageSync(storageKey);
  else Taro.setStorageSync(storageKey, token);
  for (const listener of listeners) listener();
}

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const signedIn = (): boolean => platformKnowsCaller || sessionToken() !== null;
