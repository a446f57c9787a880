import type { begun } from '@shared/files/contract';
import type { Slot } from '@shared/files/slot';
import { slotFullZh } from '@shared/files/slot-files';
import { at } from '../platform/schema';
import { checkAnnouncedFile } from '../platform/storage/check-file';
import { cleanFileName } from '../platform/storage/clean-file-name';
import { type Call, me } from '../rpc/call';
import type { Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { hasRoom } from './disk-reserve';
import type { FileOwner } from './file-owner';
import { discardUploads } from './leaving/discard-uploads';
import { slotPlace } from './slot-place';
import { insistOnQuota } from './upload-quota';
import type { UploadRow } from './upload-rows';

/** A subject's files as they stand, read by its area, which has decided that they may change. */
export type Files = { subjectId: string; slots: readonly Slot[]; uploads: readonly UploadRow[] };

type Announced = { slot: string; personal?: boolean; name: string; size: number; replaces?: string | undefined };
type Begun = (typeof begun)['_zod']['output'];

/** Asked before the transaction: is there room on the disk for what is announced? */
export const isThereRoom = ({ storage }: Outside, { size }: { size: number }): Promise<boolean> =>
  hasRoom(storage, size);

/**
 * Announces a file: what name and size already tell is refused before a byte is sent. The server names the place where the
 * bytes go; a transfer of the same file that never ended is given up.
 * @param room what `isThereRoom` found
 * Throws Refused with a code of `announcedFiles`.
 */
export async function beginUpload(
  call: Call,
  owner: FileOwner,
  { subjectId, slots, uploads }: Files,
  file: Announced,
  room: boolean,
): Promise<Begun> {
  const slot = slots.find(({ code }) => code === file.slot);
  if (!slot) throw new Refused('FILE_NO_SUCH_SLOT');
  const name = cleanFileName(file.name);
  const announced = checkAnnouncedFile({ name, size: file.size }, slot);
  if (!announced.ok) throw new Refused(announced.code, announced.message);
  const place = slotPlace(uploads, { slot, replaces: file.replaces, personId: me(call), now: call.now });
  if (!room) throw new Refused('FILE_NO_ROOM');
  if (place.fileNo === null) throw new Refused('FILE_SLOT_FULL', slotFullZh(slot));
  await insistOnQuota(call, owner, subjectId, file.size);
  await discardUploads(call, place.givesUp);
  const uploadId = call.newId();
  const storageKey = `${uploadId}-${Buffer.from(call.home.random(16)).toString('hex')}`;
  await call.db
    .insertInto('upload')
    .values({
      id: uploadId,
      subject_id: subjectId,
      slot: slot.code,
      ...(await nextVersion(call, subjectId, slot, place.fileNo)),
      name,
      declared_size: file.size,
      state: 'sending',
      storage_key: storageKey,
      personal: file.personal ?? false,
      begun_by: me(call),
      begun_at: at(call.now),
    })
    .execute();
  const via = call.home.uploadRoute({
    uploadId,
    storageKey,
    personId: me(call),
    maxBytes: file.size,
    now: call.now,
  });
  return { uploadId, via };
}

/** Numbers are given once: what was cancelled or taken out keeps its own. */
export async function nextVersion(call: Call, subjectId: string, slot: Slot, place: number | 'further') {
  const last = await call.db
    .selectFrom('upload')
    .select(({ fn }) => ['file_no', fn.max('version').as('version')])
    .where('subject_id', '=', subjectId)
    .where('slot', '=', slot.code)
    .groupBy('file_no')
    .execute();
  const fileNo = place === 'further' ? Math.max(0, ...last.map(({ file_no }) => file_no)) + 1 : place;
  return { file_no: fileNo, version: (last.find(({ file_no }) => file_no === fileNo)?.version ?? 0) + 1 };
}
