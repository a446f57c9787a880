import { momentZh } from '@shared/kernel/moment-words';
import { sizeZh } from '../../../patterns/files/size-zh';
import { confirmDanger } from '../../../ui/sheets/confirm';
import type { Review } from './marks/mark-keeper';

export type Material = Review['materials'][number];

/** Which version it is, of what kind and size, and since when it is there. */
export const materialDetail = ({ size, kind, version, frozenIn, uploadedAt }: Material): string =>
  [
    `第 ${version} 版`,
    frozenIn === null ? '' : `第 ${frozenIn} 次提交`,
    kind?.toUpperCase() ?? '',
    sizeZh(size),
    `${momentZh(uploadedAt)} 上传`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** Asked before a picture of a paper is opened, which its owner is told. */
const personalWarning = '将打开证件照片。本次查看会留下记录，参赛者可以看到，请仅用于审核。';

/** Whether the reader means to open it: a document is opened at once, a person's paper is asked about. */
export async function isMeantToOpen({ personal }: Material, nameZh: string): Promise<boolean> {
  return !personal || confirmDanger({ title: `打开${nameZh}`, body: personalWarning, confirm: '打开' });
}

/** What each slot is called, by its code. */
export const slotNames = ({ sections }: Review): Record<string, string> => {
  const lines = sections.find(({ section }) => section === 'materials')?.lines ?? [];
  return Object.fromEntries(lines.map(({ field, label }) => [field, label]));
};

/** The files of a submission: a slot's beside each other in their order. */
export function inSlots(materials: readonly Material[]): ReadonlyArray<readonly [slot: string, files: Material[]]> {
  const slots = [...new Set(materials.map(({ slot }) => slot))];
  return slots.map((slot) => [
    slot,
    materials.filter((material) => material.slot === slot).sort((a, b) => a.fileNo - b.fileNo),
  ]);
}
