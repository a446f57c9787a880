import { ofOneself } from '@shared/policies/access';
import { policiesContract } from '@shared/policies/contract';
import { factSlots } from '@shared/policies/fact-files';
import { addSubjects } from '../../cases/add-subjects';
import { isRecalled } from '../../entry/queries';
import { beginUpload, isThereRoom } from '../../files/begin-upload';
import { cancelUpload } from '../../files/cancel-upload';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { addressOf, findMaterial } from '../../files/open-material';
import { readUploadRows, subjectOfUpload } from '../../files/upload-rows';
import { askingProcedure, finishingProcedure, type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { checkedFact, type FactHead, factFiles } from './fact-files';

const factOf: Load<{ factId: string }, FactHead> = (call, { factId }, lock) =>
  checkedFact(call, factId, null, { lock });

const ofUpload: Load<{ uploadId: string; entryId?: string | undefined }, FactHead> = async (
  call,
  { uploadId, entryId },
  lock,
) => {
  const factId = await subjectOfUpload(call, uploadId);
  return factId === null ? null : checkedFact(call, factId, call.actor?.personId ?? null, { entryId, lock });
};

/** Announces the file by which a fact was checked; a later one takes its place. */
export const beginFactFile = askingProcedure(
  policiesContract.beginFactFile,
  factOf,
  isThereRoom,
  async (call, { factId, ...file }, fact, room) => {
    if (isRecalled(fact)) throw new Refused('POLICIES_ENTRY_RECALLED');
    // A fact is a subject from its first file on: of most there is none.
    await addSubjects(call, factFiles.kind, [factId])
      .onConflict((at) => at.doNothing())
      .execute();
    const uploads = await readUploadRows(call.db, factId);
    return beginUpload(call, factFiles, { subjectId: factId, slots: factSlots, uploads }, file, room);
  },
);

export const finishFactFile = finishingProcedure(
  policiesContract.finishFactFile,
  ofUpload,
  (call, input, fact) => sendUpload(call, factFiles, input, async () => !isRecalled(fact)),
  judgeSent(factFiles),
);

export const cancelFactFile = procedure(policiesContract.cancelFactFile, ofUpload, (call, { uploadId }) =>
  cancelUpload(call, uploadId),
);

/** Whoever reads the fact opens it, and the person it is about; what staff open is logged and told to that person. */
export const openFactFile = finishingProcedure(
  policiesContract.openFactFile,
  ofUpload,
  (call, { uploadId }, fact) => {
    const own = ofOneself.decide(call.actor, fact).ok;
    return findMaterial(call, factFiles, uploadId, {
      sees: async () => own || !isRecalled(fact),
      inNameOf: () => (own ? null : { regionId: fact.regionId }),
    });
  },
  addressOf,
);
