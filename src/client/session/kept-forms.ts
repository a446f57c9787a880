import Taro from '@tarojs/taro';
import { serverNow } from '../server-clock';

/** A form that was typed and not sent: when it was typed last, and of each field what was typed over what. */
type KeptForm = { at: number; fields: KeptFields };
export type KeptFields = Readonly<Record<string, { stands: unknown; typed: unknown }>>;

/** `leaveDevice` finds them by this beginning. */
const beginning = 'xinghuo-draft:typed:';
const keyOf = (name: string) => `${beginning}${name}`;

/** ms after which what nobody sent is forgotten: its case has long moved on, and what concerns others does not stay on a device. */
const longest = 30 * 86_400_000;

function keptAt(key: string): KeptForm | null {
  const kept: unknown = Taro.getStorageSync(key);
  return typeof kept === 'object' && kept !== null && 'fields' in kept ? (kept as KeptForm) : null;
}

/** What this device has of a form, or null. */
export const keptForm = (name: string): KeptForm | null => keptAt(keyOf(name));

export function keepForm(name: string, fields: KeptFields): void {
  Taro.setStorageSync(keyOf(name), { at: serverNow(), fields } satisfies KeptForm);
}

export function dropForm(name: string): void {
  Taro.removeStorageSync(keyOf(name));
}

/** Forgets the forms that nobody went on with for 30 days. */
export function forgetOldForms(): void {
  for (const key of Taro.getStorageInfoSync().keys.filter((each) => each.startsWith(beginning))) {
    const kept = keptAt(key);
    if (kept === null || kept.at < serverNow() - longest) Taro.removeStorageSync(key);
  }
}
