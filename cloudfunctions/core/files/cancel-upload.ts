import type { Call } from '../rpc/call';
import { discardUploads } from './leaving/discard-uploads';
import { uploadRow } from './upload-rows';

/** Gives up a transfer; one that has been accepted or refused already stays as it is. */
export async function cancelUpload(call: Call, uploadId: string): Promise<{ ok: true }> {
  const upload = await uploadRow(call.db, uploadId);
  if (upload.state === 'sending' || upload.state === 'checking') await discardUploads(call, [upload]);
  return { ok: true };
}
