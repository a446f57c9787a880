import type { openedFile } from '@shared/files/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { addressLifeMs, everyone } from '../platform/storage/signed-address';
import type { Call } from '../rpc/call';
import type { Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { opensInline } from './present-material';
import { uploadRow } from './upload-rows';

type Found = Awaited<ReturnType<typeof findPublicFile>>;

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

/** Its address, of a few minutes as any other: what is taken back is soon open to nobody. */
export async function publicAddress(
  { fileAddress }: Outside,
  { name, ...file }: Found,
): Promise<(typeof openedFile)['_zod']['output']> {
  return {
    url: await fileAddress(file),
    expiresAt: toShanghai(file.expiresAt),
    name,
    kind: file.kind,
    inline: opensInline(file.kind),
  };
}
