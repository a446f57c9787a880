import type { openedFile } from '@shared/files/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { later } from '../platform/pipeline';
import { at } from '../platform/schema';
import { addressLifeMs } from '../platform/storage/signed-address';
import { type Call, me } from '../rpc/call';
import type { Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import type { FileOwner } from './file-owner';
import { opensInline } from './present-material';
import { type UploadRow, uploadRow } from './upload-rows';

/** Who asks, as the subject's area sees it. */
type Reader = {
  /** May this reader know of the file? */
  sees(): Promise<boolean>;
  /** Throws Refused when one that is ready may not be opened all the same, by this reader now. */
  insist?(upload: UploadRow): Promise<void>;
  /** In whose name it is opened by somebody whose it is not; null: nobody has to see that it was, or that is written down as a sealed value's. */
  inNameOf(upload: UploadRow): { regionId: string | null } | null;
};

type Found = Awaited<ReturnType<typeof findMaterial>>;

/**
 * Finds one accepted file for this reader, whom its area lets open it; each opening leaves a row in the subject's audit chain.
 * Throws Refused NOT_FOUND, FILE_NOT_READY.
 */
export async function findMaterial(call: Call, owner: FileOwner, uploadId: string, { sees, insist, inNameOf }: Reader) {
  const upload = await uploadRow(call.db, uploadId);
  const gone = upload.state === 'cancelled' || (upload.removed_at !== null && upload.frozen_in === null);
  if (gone || !(await sees())) throw new Refused('NOT_FOUND');
  const { kind, sha256 } = upload;
  if (upload.state !== 'accepted' || kind === null || sha256 === null) throw new Refused('FILE_NOT_READY');
  await insist?.(upload);
  const expiresAt = call.now + addressLifeMs;
  const subject = `${owner.kind}:${upload.subject_id}`;
  const office = inNameOf(upload);
  if (office !== null) await writeOpening(call, subject, uploadId, office.regionId);
  await audit(call, subject, `${owner.kind}/openMaterial`, { uploadId, sha256 });
  return { uploadId, sha256, kind, personId: me(call), expiresAt, name: upload.name };
}

/** For the supervisor and for whose file it is. */
const writeOpening = (call: Call, subject: string, uploadId: string, regionId: string | null): Promise<void> =>
  later(
    call.db,
    sql`insert into file_opening (id, subject, upload_id, person_id, region_id, at)
      values (${call.newId()}, ${subject}, ${uploadId}, ${me(call)}, ${regionId}, ${at(call.now)})`,
  );

/** After the transaction that found it: an address of a few minutes, for whom it was found alone; what is taken back is soon open to nobody. */
export async function addressOf(
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
