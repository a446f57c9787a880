import { addressLifeMs, everyone } from '../platform/storage/signed-address';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { uploadRow } from './upload-rows';

/**
 * Finds an accepted file that its area says is there for everybody: nobody is asked who they are, and no opening is kept.
 * Throws Refused NOT_FOUND, FILE_NOT_READY.
 */
export async function findPublicFile(call: Call, uploadId: string) {
  const { state, kind, sha256, name, personal, removed_at } = await uploadRow(call.db, uploadId);
  if (personal || removed_at !== null || state === 'cancelled') throw new Refused('NOT_FOUND');
  if (state !== 'accepted' || kind === null || sha256 === null) throw new Refused('FILE_NOT_READY');
  return { uploadId, sha256, kind, personId: everyone, expiresAt: call.now + addressLifeMs, name };
}
