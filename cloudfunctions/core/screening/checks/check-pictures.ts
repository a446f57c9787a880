import { checkSlots } from '@shared/screening/checks';
import { screeningContract } from '@shared/screening/contract';
import { entryHead } from '../../entry/queries';
import { beginUpload, isThereRoom } from '../../files/begin-upload';
import { cancelUpload } from '../../files/cancel-upload';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { addressOf, findMaterial } from '../../files/open-material';
import { readUploadRows, subjectOfUpload } from '../../files/upload-rows';
import { askingProcedure, finishingProcedure, type Load, procedure } from '../../rpc/procedure';
import { type CheckHead, checkFiles, entryOfCheck } from './check-files';

/** A look at a list, and the entry that it is about, whose row is locked. */
const checkOf: Load<{ checkId: string }, CheckHead> = async (call, { checkId }, lock) => {
  const entryId = await entryOfCheck(call.db, checkId);
  const head = entryId === null ? null : await entryHead(call, entryId, lock);
  return head && { ...head, checkId };
};

const ofUpload: Load<{ uploadId: string }, CheckHead> = async (call, { uploadId }, lock) => {
  const checkId = await subjectOfUpload(call, uploadId);
  return checkId === null ? null : checkOf(call, { checkId }, lock);
};

/** Announces the picture of what was found; a later one takes its place. */
export const beginCheckPicture = askingProcedure(
  screeningContract.beginCheckPicture,
  checkOf,
  isThereRoom,
  async (call, { checkId, ...file }, _entry, room) => {
    const uploads = await readUploadRows(call.db, checkId);
    return beginUpload(call, checkFiles, { subjectId: checkId, slots: checkSlots, uploads }, file, room);
  },
);

export const finishCheckPicture = finishingProcedure(
  screeningContract.finishCheckPicture,
  ofUpload,
  (call, input) => sendUpload(call, checkFiles, input, async () => true),
  judgeSent(checkFiles),
);

export const cancelCheckPicture = procedure(screeningContract.cancelCheckPicture, ofUpload, (call, { uploadId }) =>
  cancelUpload(call, uploadId),
);

/** Whoever reads the review opens it; each opening is logged. */
export const openCheckPicture = finishingProcedure(
  screeningContract.openCheckPicture,
  ofUpload,
  (call, { uploadId }) =>
    // It is staff's own, and each opening stands in the security log.
    findMaterial(call, checkFiles, uploadId, { sees: async () => true, inNameOf: () => null }),
  addressOf,
);
