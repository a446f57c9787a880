import { entryContract } from '@shared/entry/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { readEditionRules } from './edition-rules';
import { readSnapshot } from './read-snapshots';
import { entryOf } from './subjects';

/** The printable copy of a submission, the latest unless another is asked for, from what was frozen then. */
export const receipt = procedure(entryContract.receipt, entryOf, async (call, input, head) => {
  const snapshot = await readSnapshot(call, head.entryId, input.n);
  if (!snapshot) throw new Refused('ENTRY_NO_RECEIPT');
  const rules = await readEditionRules(call.db, head.contestId);
  return {
    entryId: head.entryId,
    reference: snapshot.reference,
    n: snapshot.n,
    takenAt: toShanghai(snapshot.takenAt),
    sha256: snapshot.sha256,
    editionZh: rules?.editionZh ?? '',
    regionZh: rules?.regionZh ?? '',
    parts: snapshot.data.parts,
    files: snapshot.data.files,
  };
});
