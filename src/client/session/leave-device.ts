import Taro from '@tarojs/taro';
import { queryClient } from '../cache/query-client';
import { keepSession, platformKnowsCaller, visit } from './session';

const drafts = 'xinghuo-draft:';
const cleaners = new Set<() => void>();

/** What a module holds of the person in memory is to go as well when the person leaves. */
export function onLeaving(clean: () => void): void {
  cleaners.add(clean);
}

const keys = (): readonly string[] => Taro.getStorageInfoSync().keys;

/** Whether something was typed here that the server does not have yet. */
export const holdsUnsent = (): boolean => keys().some((key) => key.startsWith(drafts));

/**
 * Leaves nothing of the person on this device: the session, what was typed and not sent, what was answered and what was read. How large this
 * device writes stays: it was chosen for the device.
 */
export function leaveDevice(): void {
  if (platformKnowsCaller) visit(true);
  else keepSession(null);
  for (const clean of cleaners) clean();
  for (const key of keys()) if (key.startsWith(drafts)) Taro.removeStorageSync(key);
  queryClient.clear();
}
