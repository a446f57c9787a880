import type { materialView } from '@shared/files/contract';

/** One version of a file, as its owner or staff are shown it. */
export type Material = (typeof materialView)['_zod']['output'];

/** May a slot be filled (`asked`), must it, and why. */
export type SlotNeed = { asked: boolean; needed: boolean; why: string };

/** What stands in one slot: the files in force, in their order, older versions, those being checked, and a refusal that came last. */
export function filesOf(slot: string, materials: readonly Material[]) {
  const mine = materials
    .filter((each) => each.slot === slot)
    .sort((a, b) => a.fileNo - b.fileNo || b.version - a.version);
  return {
    current: mine.filter(({ current }) => current),
    /** Begun and never ended: the page was closed, or it goes on in another session. */
    sending: mine.find(({ state }) => state === 'sending') ?? null,
    checking: mine.filter(({ state }) => state === 'checking'),
    refused: mine.find(({ state }) => state === 'refused') ?? null,
    older: mine.filter(({ state, current }) => state === 'accepted' && !current),
  };
}
