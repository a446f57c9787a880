import type { Values } from '@shared/forms/merge-drafts';
import Taro from '@tarojs/taro';

/** Typed but not yet on the server: the words, and the version of the part that they were typed over. */
export type LocalDraft = { version: number; base: Values; values: Values };

/** `leaveDevice` finds them by this beginning. */
const keyOf = (draft: string) => `xinghuo-draft:${draft}`;

/** What this device still holds of a part of a form, or null. Sealed values are never among it: the keeper does not have them. */
export function readLocalDraft(draft: string): LocalDraft | null {
  const kept: unknown = Taro.getStorageSync(keyOf(draft));
  return typeof kept === 'object' && kept !== null && 'values' in kept ? (kept as LocalDraft) : null;
}

export function keepLocalDraft(draft: string, typed: LocalDraft): void {
  Taro.setStorageSync(keyOf(draft), typed);
}

export function dropLocalDraft(draft: string): void {
  Taro.removeStorageSync(keyOf(draft));
}
