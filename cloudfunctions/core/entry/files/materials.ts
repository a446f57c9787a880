import { entryContract } from '@shared/entry/contract';
import { signedFormSlot } from '@shared/entry/counter/counter';
import { isPersonalSlot, personalFileZh } from '@shared/entry/needed-slots';
import { byHelper, involved, leads, opensSealed } from '@shared/entry/who';
import { anyOf } from '@shared/kernel/define-access';
import { beginUpload as begin, isThereRoom } from '../../files/begin-upload';
import { cancelUpload as cancel } from '../../files/cancel-upload';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { addressOf, findMaterial } from '../../files/open-material';
import { removeMaterial as remove } from '../../files/remove-material';
import { countOpening } from '../../platform/sealed-openings';
import type { Call } from '../../rpc/call';
import { askingProcedure, finishingProcedure, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { isSignedFormRecorded } from '../counter/counter-rows';
import { askedSlots } from '../form/asked-slots';
import { insistConsent } from '../form/consents';
import { isOpen, isTimeOver } from '../form/editable';
import { slotOf } from '../form/edition-rules';
import { readForm } from '../form/form-state';
import { entryOf, type UploadHead, uploadOf } from '../subjects';
import { viewEntry } from '../views/present-entry';
import { holdsFile, isRecalled, readSubmission } from '../views/read-submission';
import { entryFiles } from './entry-files';
import { insistRenewable } from './renewable';
import { renewedFiles } from './renewals';

/** Announces a file to the materials while they stand open and before the clock has closed them, or to a slot that is still renewed. */
export const beginUpload = askingProcedure(
  entryContract.beginUpload,
  entryOf,
  isThereRoom,
  async (call, input, head, room) => {
    const form = await readForm(call, head);
    const slot = slotOf(form.rules, input.slot);
    const renewed = slot !== null && insistRenewable(form, slot, call.now);
    if (!renewed && (!isOpen(form, 'materials') || isTimeOver(form, call.now)))
      throw new Refused('FORM_SECTION_CLOSED');
    if (slot && !askedSlots(form).includes(slot)) throw new Refused('ENTRY_SLOT_NOT_ASKED');
    const personal = slot !== null && isPersonalSlot(slot);
    if (personal) insistConsent(form, input.slot);
    const files = { subjectId: head.entryId, slots: form.rules.blueprint.slots, uploads: form.uploads };
    return begin(call, entryFiles, files, { ...input, personal }, room);
  },
);

/** Says that the bytes were sent; what was on its way when the clock closed the form is still taken, what a lock finds on its way is not. */
export const finishUpload = finishingProcedure(
  entryContract.finishUpload,
  uploadOf,
  (call, input, head) =>
    sendUpload(call, entryFiles, input, async (code) => {
      const form = await readForm(call, head);
      const slot = slotOf(form.rules, code);
      return slot !== null && (isOpen(form, 'materials') || insistRenewable(form, slot, call.now));
    }),
  judgeSent(entryFiles),
);

export const cancelUpload = procedure(entryContract.cancelUpload, uploadOf, (call, { uploadId }) =>
  cancel(call, uploadId),
);

export const removeMaterial = procedure(entryContract.removeMaterial, uploadOf, async (call, { uploadId }, head) => {
  const form = await readForm(call, head);
  if (!isOpen(form, 'materials')) throw new Refused('FORM_SECTION_CLOSED');
  const ofPaper = form.uploads.some(
    ({ id, slot, state }) => id === uploadId && slot === signedFormSlot.code && state === 'accepted',
  );
  // It stands for the consents that were written down by it.
  if (ofPaper && (await isSignedFormRecorded(call, head.entryId)))
    throw new Refused('FORM_SECTION_CLOSED', '授权书已经登记，不能去掉。要换一份，请上传新的，再登记一次');
  await remove(call, entryFiles, uploadId);
  return viewEntry(call, head);
});

/** Whose own it is: the team's, and its helper's until the person has confirmed it. */
const ofOwnSide = anyOf(involved, byHelper);

/**
 * The team opens any file of its own; staff only what the latest submission froze and what is newer in a slot that is renewed, and nothing once that
 * was taken back. A picture of a paper is opened like a sealed value.
 */
export const openMaterial = finishingProcedure(
  entryContract.openMaterial,
  uploadOf,
  (call, { uploadId }, head) =>
    findMaterial(call, entryFiles, uploadId, {
      async sees() {
        if (ofOwnSide.decide(call.actor, head).ok) return true;
        const submission = isRecalled(head) ? null : await readSubmission(call, head);
        if (submission === null) return false;
        return holdsFile(submission, uploadId) || (await renewedFiles(call, head, submission)).includes(uploadId);
      },
      async insist({ personal }) {
        if (personal) await insistPersonal(call, head);
      },
      inNameOf: ({ personal }) =>
        personal || ofOwnSide.decide(call.actor, head).ok ? null : { regionId: head.regionId },
    }),
  addressOf,
);

/** The leader's own; of staff whoever holds the entry, counted and told to its team (conventions, Who). */
async function insistPersonal(call: Call, head: UploadHead): Promise<void> {
  const own = involved.decide(call.actor, head).ok;
  const may = own ? leads : opensSealed;
  if (!may.decide(call.actor, head).ok) throw new Refused('FORBIDDEN', personalFileZh);
  if (own) return;
  if (!head.ofCurrentEdition) throw new Refused('ENTRY_EDITION_OVER');
  await countOpening(call, { subject: `entry:${head.entryId}`, field: 'leader.paper', regionId: head.regionId });
}
