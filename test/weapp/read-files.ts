import { createHash } from 'node:crypto';
import { deck, film, licence, plan } from '../support/acts/entry';
import type { MiniProgram } from './host/open';

const digest = ({ bytes }: { bytes: Buffer }) => createHash('sha256').update(bytes).digest('hex');

/** What the road's clerk is to see: the plan as it was corrected, the licence, the deck, the film, each in WeChat's own viewer. */
export const roadFiles = [
  ['openDocument', 'pdf', digest(plan)],
  ['previewImage', undefined, digest(licence)],
  ['openDocument', 'pptx', digest(deck)],
  ['previewMedia', 'video', digest(film)],
];

/** Opens every file of an entry on its review; answers by which viewer each was shown, as what, and its bytes' digest. */
export async function readFiles(clerk: MiniProgram, entryId: string): Promise<unknown[]> {
  await clerk.page.open('staff/review', { entryId });
  await clerk.page.tapEach('open-', '');
  const shown = await clerk.shown(roadFiles.length);
  return shown.map((each) => [each.how, each.fileType, digest(each)]);
}
