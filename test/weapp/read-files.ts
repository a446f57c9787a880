import { deck, licence, plan } from '../support/acts/entry';
import type { MiniProgram } from './host/open';

/** What the road's clerk is to see: the plan's two versions, the licence, the deck, each in WeChat's own viewer. */
export const roadFiles = [
  ['openDocument', 'pdf', plan.bytes],
  ['openDocument', 'pdf', plan.bytes],
  ['previewImage', undefined, licence.bytes],
  ['openDocument', 'pptx', deck.bytes],
];

/** Opens every file of an entry on its review; answers by which viewer each was shown, as what, and its bytes. */
export async function readFiles(clerk: MiniProgram, entryId: string): Promise<unknown[]> {
  await clerk.page.open('staff/review', { entryId });
  await clerk.page.tapEach('open-', '');
  const shown = await clerk.shown(roadFiles.length);
  return shown.map(({ how, fileType, bytes }) => [how, fileType, bytes]);
}
