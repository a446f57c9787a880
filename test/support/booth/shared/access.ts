import { defineAccess, signedIn } from '@shared/kernel/define-access';
import { cast, here } from '@shared/kernel/sample-cast';
import type { BoothSubject } from './subject';
import { asker, lender, reader } from './who';

/** By it the permission matrix asks who may. */
const sampleSubject: BoothSubject = {
  boothId: 'booth',
  regionId: here,
  askerId: cast.leader,
  title: '蒲县山货直供',
  state: 'asked',
  version: 1,
  dueAt: null,
};

export const boothAccess = defineAccess<BoothSubject>(sampleSubject)('booth', {
  ask: signedIn,
  get: reader,
  saveSection: asker,
  beginUpload: asker,
  finishUpload: asker,
  lend: lender,
  refuse: lender,
  giveBack: asker,
});
