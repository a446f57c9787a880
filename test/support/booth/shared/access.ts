import { defineAccess, signedIn } from '@shared/kernel/define-access';
import type { BoothSubject } from './subject';
import { asker, lender, reader } from './who';

export const boothAccess = defineAccess<BoothSubject>()('booth', {
  ask: signedIn,
  get: reader,
  saveSection: asker,
  beginUpload: asker,
  finishUpload: asker,
  lend: lender,
  refuse: lender,
  giveBack: asker,
});
