import { entryContract } from '@shared/entry/contract';
import { entryLifecycle } from '@shared/entry/lifecycle';
import type { SectionName } from '@shared/entry/sections';
import { involved } from '@shared/entry/who';
import { toShanghai } from '@shared/kernel/shanghai';
import { readSnapshot } from '../../forms/snapshots';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { contactOf, readEditionRules } from '../form/edition-rules';
import { entryOf } from '../subjects';
import { isRecalled } from './read-submission';

/** The printable copy of a submission, from what was frozen then: the latest, or for the team any that it asks for. */
export const receipt = procedure(entryContract.receipt, entryOf, async (call, input, head) => {
  const ofTeam = involved.decide(call.actor, head).ok;
  const snapshot =
    !ofTeam && isRecalled(head)
      ? null
      : await readSnapshot<SectionName>(call, head.entryId, ofTeam ? input.n : undefined);
  // Staff read the latest submission and no other.
  if (!snapshot || (!ofTeam && input.n !== undefined && input.n !== snapshot.n))
    throw new Refused(ofTeam ? 'ENTRY_NO_RECEIPT' : 'NOT_FOUND');
  const rules = await readEditionRules(call.db, head.contestId, head.rulesVersion);
  return {
    entryId: head.entryId,
    reference: snapshot.reference,
    n: snapshot.n,
    takenAt: toShanghai(snapshot.takenAt),
    reviewDue: entryLifecycle.states[head.state].waits === 'staff' ? head.reviewDue : null,
    sha256: snapshot.sha256,
    editionZh: rules?.editionZh ?? '',
    regionZh: rules?.regionZh ?? '',
    contact: rules && contactOf(rules),
    parts: snapshot.data.parts,
    files: snapshot.data.files,
  };
});
