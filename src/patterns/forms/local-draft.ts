import type { SectionName } from '@shared/entry/sections';
import Taro from '@tarojs/taro';
import type { Values } from './merge-drafts';

/** Typed but not yet on the server: the words, and the version of the section that they were typed over. */
export type LocalDraft = { version: number; base: Values; values: Values };

const keyOf = (entryId: string, section: SectionName) => `xinghuo-draft:${entryId}:${section}`;

/** What this device still holds of a section, or null. Sealed values are never among it: the keeper does not have them. */
export function readLocalDraft(entryId: string, section: SectionName): LocalDraft | null {
  const kept: unknown = Taro.getStorageSync(keyOf(entryId, section));
  return typeof kept === 'object' && kept !== null && 'values' in kept ? (kept as LocalDraft) : null;
}

export function keepLocalDraft(entryId: string, section: SectionName, draft: LocalDraft): void {
  Taro.setStorageSync(keyOf(entryId, section), draft);
}

export function dropLocalDraft(entryId: string, section: SectionName): void {
  Taro.removeStorageSync(keyOf(entryId, section));
}
