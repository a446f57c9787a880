import { entryContract } from '@shared/entry/contract';
import { uploadOf } from '../entry/subjects';
import { procedure } from '../rpc/procedure';
import { discardUploads } from './discard-uploads';
import { uploadRow } from './finish-upload';

/** Gives up a transfer; one that has been accepted or refused already stays as it is. */
export const cancelUpload = procedure(entryContract.cancelUpload, uploadOf, async (call, _input, head) => {
  const upload = await uploadRow(call, head);
  if (upload.state === 'sending' || upload.state === 'checking') await discardUploads(call, [upload]);
  return { ok: true as const };
});
