import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { UploadRow } from '../upload-rows';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leave-files';

/** Gives up transfers: their rows say so, and what had arrived of them goes with the worker's next round. */
export async function discardUploads(call: Call, uploads: ReadonlyArray<Pick<UploadRow, 'id'>>): Promise<void> {
  if (uploads.length === 0) return;
  const given = await call.db
    .updateTable('upload')
    .set({ state: 'cancelled', finished_at: at(call.now) })
    .where(
      'id',
      'in',
      uploads.map(({ id }) => id),
    )
    .where('state', 'in', ['sending', 'checking'])
    .returning(bytesOfUpload)
    .execute();
  await leaveFiles(call.db, given.flatMap(filesOfUpload), call.now);
}
