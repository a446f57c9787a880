import Taro from '@tarojs/taro';
import { serverNow } from '../server-clock';

/** A form that was typed and not sent: when it was typed last, and of each field what was typed over what. */
export type KeptForm = { at: number; fields: Readonly<Record<string, { stands: unknown; typed: unknown }>> };

/** `leaveDevice` finds them by this beginning. */
export const typedForms = 'xinghuo-draft:typed:';

/** ms after which what nobody sent is forgotten: its case has long moved on, and what concerns others does not stay on a device. */
const longest = 30 * 86_400_000;

/** What this device has of a form, or null. */
export function keptForm(key: string): KeptForm | null {
  const kept: unknown = Taro.getStorageSync(key);
  return typeof kept === 'object' && kept !== null && 'fields' in kept ? (kept as KeptForm) : null;
}

/** Forgets the forms that nobody went on with for 30 days. */
export function forgetOldForms(): void {
  for (const key of Taro.getStorageInfoSync().keys.filter((each) => each.startsWith(typedForms))) {
    const kept = keptForm(key);
    if (kept === null || kept.at < serverNow() - longest) Taro.removeStorageSync(key);
  }
}
