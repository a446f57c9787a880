import { later } from '../platform/pipeline';
import type { Call } from '../rpc/call';
import type { UploadRow } from './upload-rows';

/** Keeps the bytes of these uploads for as long as the n-th snapshot of their subject stands; what an earlier one froze is its. */
export async function freezeUploads(call: Call, uploads: readonly UploadRow[], n: number): Promise<void> {
  const fresh = uploads.filter(({ frozen_in }) => frozen_in === null).map(({ id }) => id);
  if (fresh.length === 0) return;
  await later(call.db, call.db.updateTable('upload').set({ frozen_in: n }).where('id', 'in', fresh));
}
