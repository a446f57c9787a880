import { isDeletable } from '@shared/benefits/application/deletable';
import { benefitsContract } from '@shared/benefits/contract';
import { end } from '../../cases/end';
import { insistVersion } from '../../cases/stale';
import { deleteUploads } from '../../files/leaving/leave-files';
import { deleteForm } from '../../forms/delete-form';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { ownOf } from './files';
import { nounOf } from './nouns';
import { applicationOf } from './subjects';

/** Deletes an application that was never handed in, with its answers, sealed values, consents and files. Its audit chain stays, which holds ids only. */
export const deleteDraft = procedure(benefitsContract.deleteDraft, applicationOf, async (call, input, application) => {
  const noun = nounOf(ownOf(application).kind);
  await insistVersion(call, noun, application, input.version);
  if (!isDeletable(application)) throw new Refused('BENEFITS_ONCE_HANDED_IN');
  await deleteUploads(call.db, application.applicationId, call.now);
  await deleteForm(call.db, application.applicationId);
  await end(call, noun, application, 'deleteDraft');
  return { ok: true as const };
});
