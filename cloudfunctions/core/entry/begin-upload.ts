import { entryContract } from '@shared/entry/contract';
import { me } from '../call';
import { at } from '../platform/schema';
import { checkAnnouncedFile } from '../platform/storage/check-file';
import { cleanFileName } from '../platform/storage/clean-file-name';
import { procedure } from '../procedure';
import { Refused } from '../refused';
import { discardUploads } from './discard-uploads';
import { isOpen } from './editable';
import { slotOf } from './edition-rules';
import { readForm } from './form-state';
import { entryOf } from './subjects';

/**
 * Announces a file: what name and size already tell is refused before a byte is sent. The server names the place where the
 * bytes go; a transfer of the same slot that never ended is given up.
 */
export const beginUpload = procedure(entryContract.beginUpload, entryOf, async (call, input, head) => {
  const form = await readForm(call, head);
  if (!isOpen(form, 'materials')) throw new Refused('ENTRY_SECTION_CLOSED');
  const slot = slotOf(form.rules, input.slot);
  if (!slot) throw new Refused('ENTRY_NO_SUCH_SLOT');
  const name = cleanFileName(input.name);
  const announced = checkAnnouncedFile({ name, size: input.size }, slot);
  if (!announced.ok) throw new Refused(announced.code, announced.message);
  const given = form.uploads.filter((u) => u.slot === slot.code && u.state === 'sending');
  await discardUploads(call, given);
  const last = await call.db
    .selectFrom('upload')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('entry_id', '=', head.entryId)
    .where('slot', '=', slot.code)
    .executeTakeFirst();
  const uploadId = call.newId();
  const storageKey = `${uploadId}-${Buffer.from(call.home.random(16)).toString('hex')}`;
  await call.db
    .insertInto('upload')
    .values({
      id: uploadId,
      entry_id: head.entryId,
      slot: slot.code,
      version: (last?.version ?? 0) + 1,
      name,
      declared_size: input.size,
      state: 'sending',
      storage_key: storageKey,
      begun_by: me(call),
      begun_at: at(call.now),
    })
    .execute();
  const via = call.home.uploadRoute({
    uploadId,
    storageKey,
    personId: me(call),
    maxBytes: slot.maxBytes,
    now: call.now,
  });
  return { uploadId, via };
});
