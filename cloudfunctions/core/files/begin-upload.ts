import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { Slot } from '@shared/competition/blueprint';
import { entryContract } from '@shared/entry/contract';
import { isPersonalSlot } from '@shared/entry/needed-slots';
import { slotFullZh } from '@shared/files/slot-files';
import { askedSlots } from '../entry/form/asked-slots';
import { insistConsent } from '../entry/form/consents';
import { isOpen, isTimeOver } from '../entry/form/editable';
import { slotOf } from '../entry/form/edition-rules';
import { readForm } from '../entry/form/form-state';
import { type EntryHead, entryOf } from '../entry/subjects';
import { at } from '../platform/schema';
import { checkAnnouncedFile } from '../platform/storage/check-file';
import { cleanFileName } from '../platform/storage/clean-file-name';
import { type Call, me } from '../rpc/call';
import { askingProcedure, type Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { discardUploads } from './discard-uploads';
import { hasRoom } from './disk-reserve';
import { slotPlace } from './slot-place';
import { insistOnQuota } from './upload-quota';

type Contract = typeof entryContract;
type Input = InferContractRouterInputs<Contract>['beginUpload'];
type Begun = InferContractRouterOutputs<Contract>['beginUpload'];

const isThereRoom = ({ storage }: Outside, { size }: { size: number }): Promise<boolean> => hasRoom(storage, size);

/**
 * Announces a file: what name and size already tell is refused before a byte is sent. The server names the place where the
 * bytes go; a transfer of the same file that never ended is given up.
 */
export const beginUpload = askingProcedure(entryContract.beginUpload, entryOf, isThereRoom, begin);

async function begin(call: Call, input: Input, head: EntryHead, room: boolean): Promise<Begun> {
  const form = await readForm(call, head);
  if (!isOpen(form, 'materials') || isTimeOver(form, call.now)) throw new Refused('ENTRY_SECTION_CLOSED');
  const slot = slotOf(form.rules, input.slot);
  if (!slot) throw new Refused('ENTRY_NO_SUCH_SLOT');
  if (!askedSlots(form).includes(slot)) throw new Refused('ENTRY_SLOT_NOT_ASKED');
  const personal = isPersonalSlot(slot);
  if (personal) insistConsent(form, [slot.code]);
  const name = cleanFileName(input.name);
  const announced = checkAnnouncedFile({ name, size: input.size }, slot);
  if (!announced.ok) throw new Refused(announced.code, announced.message);
  const { replaces } = input;
  const place = slotPlace(form.uploads, { slot, replaces, personId: me(call), now: call.now });
  if (!room) throw new Refused('ENTRY_UPLOAD_NO_ROOM');
  if (place.fileNo === null) throw new Refused('ENTRY_SLOT_FULL', slotFullZh(slot));
  await insistOnQuota(call, head.entryId, input.size);
  await discardUploads(call, place.givesUp);
  const uploadId = call.newId();
  const storageKey = `${uploadId}-${Buffer.from(call.home.random(16)).toString('hex')}`;
  await call.db
    .insertInto('upload')
    .values({
      id: uploadId,
      subject_id: head.entryId,
      slot: slot.code,
      ...(await nextVersion(call, head.entryId, slot, place.fileNo)),
      name,
      declared_size: input.size,
      state: 'sending',
      storage_key: storageKey,
      personal,
      begun_by: me(call),
      begun_at: at(call.now),
    })
    .execute();
  const via = call.home.uploadRoute({
    uploadId,
    storageKey,
    personId: me(call),
    maxBytes: input.size,
    now: call.now,
  });
  return { uploadId, via };
}

/** Numbers are given once: what was cancelled or taken out keeps its own. */
async function nextVersion(call: Call, entryId: string, slot: Slot, place: number | 'further') {
  const last = await call.db
    .selectFrom('upload')
    .select(({ fn }) => ['file_no', fn.max('version').as('version')])
    .where('subject_id', '=', entryId)
    .where('slot', '=', slot.code)
    .groupBy('file_no')
    .execute();
  const fileNo = place === 'further' ? Math.max(0, ...last.map(({ file_no }) => file_no)) + 1 : place;
  return { file_no: fileNo, version: (last.find(({ file_no }) => file_no === fileNo)?.version ?? 0) + 1 };
}
