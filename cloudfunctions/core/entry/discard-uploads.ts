import type { Call } from '../call';
import { at } from '../platform/schema';
import type { UploadRow } from './form-state';

/** Gives up transfers: their rows say so, and what had arrived of them is forgotten. */
export async function discardUploads(
  call: Call,
  uploads: ReadonlyArray<Pick<UploadRow, 'id' | 'storage_key'>>,
): Promise<void> {
  if (uploads.length === 0) return;
  await call.db
    .updateTable('upload')
    .set({ state: 'cancelled', finished_at: at(call.now) })
    .where(
      'id',
      'in',
      uploads.map(({ id }) => id),
    )
    .where('state', 'in', ['sending', 'checking'])
    .execute();
  await Promise.all(uploads.map(({ storage_key }) => call.home.storage.discard(storage_key)));
}
