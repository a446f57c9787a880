import type { Slot } from '@shared/files/slot';
import { audit } from '../platform/audit/audit';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { nextVersion } from './begin-upload';
import { currentUploads } from './current-material';
import type { FileOwner } from './file-owner';
import { discardUploads } from './leaving/discard-uploads';
import { keepContents } from './leaving/name-content';
import { slotPlace } from './slot-place';
import type { UploadRow } from './upload-rows';

/** Files that stand in these subjects now and may be given again, newest first; a picture of somebody's paper is given for one purpose alone. */
export async function givenFiles(db: Db, subjectIds: readonly string[]): Promise<UploadRow[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom('upload')
    .selectAll()
    .where('subject_id', 'in', subjectIds)
    .where('state', '=', 'accepted')
    .where('removed_at', 'is', null)
    .where('personal', '=', false)
    .execute();
  const slots = new Map<string, UploadRow[]>();
  for (const row of rows) {
    const place = `${row.subject_id} ${row.slot}`;
    slots.set(place, [...(slots.get(place) ?? []), row]);
  }
  return [...slots.values()].flatMap((all) => currentUploads(all, all[0]?.slot ?? '')).sort(newestFirst);
}

const newestFirst = (a: UploadRow, b: UploadRow): number =>
  (b.finished_at ?? b.begun_at) - (a.finished_at ?? a.begun_at) || (a.id < b.id ? 1 : -1);

/**
 * Gives a file once more, to another subject of the same person: a row of its own names the same bytes, which stay for as long as any row does. From then
 * on each of the two is opened, kept and deleted as its own subject says. Its area has decided that it may be given there.
 * @param sourceZh where it comes from, in words
 * @returns false where it is there no more, or its slot is full
 */
export async function giveAgain(
  call: Call,
  owner: FileOwner,
  { subjectId, slot, uploads }: { subjectId: string; slot: Slot; uploads: readonly UploadRow[] },
  source: UploadRow,
  sourceZh: string,
): Promise<boolean> {
  const { sha256, name, size, kind, received_sha256, marks } = source;
  if (sha256 === null || !(await keepContents(call.db, [sha256]))) return false;
  // Asked once more, now that nobody erases it.
  if (!(await givenFiles(call.db, [source.subject_id])).some(({ id }) => id === source.id)) return false;
  const place = slotPlace(uploads, { slot, replaces: undefined, personId: me(call), now: call.now });
  if (place.fileNo === null) return false;
  await discardUploads(call, place.givesUp);
  const id = call.newId();
  await call.db
    .insertInto('upload')
    .values({
      id,
      subject_id: subjectId,
      slot: slot.code,
      ...(await nextVersion(call, subjectId, slot, place.fileNo)),
      name,
      // Nothing is sent, so that nothing counts as sent.
      declared_size: 0,
      size,
      kind,
      state: 'accepted',
      storage_key: `${id}-given`,
      received_sha256,
      sha256,
      begun_by: me(call),
      begun_at: at(call.now),
      finished_at: at(call.now),
      swept_at: at(call.now),
      given_zh: sourceZh,
      marks: [...marks],
    })
    .execute();
  await audit(call, `${owner.kind}:${subjectId}`, `${owner.kind}/giveAgain`, { uploadId: id, from: source.id, sha256 });
  return true;
}
