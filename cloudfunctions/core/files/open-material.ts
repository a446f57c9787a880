import { entryContract } from '@shared/entry/contract';
import { personalFileZh } from '@shared/entry/needed-slots';
import { involved, leads, opensSealed } from '@shared/entry/who';
import { toShanghai } from '@shared/kernel/shanghai';
import { type UploadHead, uploadOf } from '../entry/subjects';
import { holdsFile, isRecalled, readSubmission } from '../entry/views/read-submission';
import { audit } from '../platform/audit/audit';
import { countOpening } from '../platform/sealed-openings';
import { addressLifeMs } from '../platform/storage/signed-address';
import { type Call, me } from '../rpc/call';
import { finishingProcedure, type Outside } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { uploadRow } from './finish-upload';
import { opensInline } from './present-material';

/**
 * An address of a few minutes for one accepted file, for this reader alone; each opening leaves a row in the entry's audit
 * chain. Staff see only what the latest submission froze, and nothing once that was taken back. A picture of a paper is opened like a sealed value.
 */
export const openMaterial = finishingProcedure(entryContract.openMaterial, uploadOf, find, address);

async function find(call: Call, _input: unknown, head: UploadHead) {
  const upload = await uploadRow(call, head);
  const gone = upload.state === 'cancelled' || (upload.removed_at !== null && upload.frozen_in === null);
  const own = involved.decide(call.actor, head).ok;
  if (gone || !(own || (await isSubmitted(call, head)))) throw new Refused('NOT_FOUND');
  const { kind, sha256 } = upload;
  if (upload.state !== 'accepted' || kind === null || sha256 === null) throw new Refused('ENTRY_FILE_NOT_READY');
  if (upload.personal) await insistPersonal(call, head, own);
  const expiresAt = call.now + addressLifeMs;
  await audit(call, `entry:${head.entryId}`, 'entry/openMaterial', { uploadId: upload.id, sha256 });
  return { uploadId: upload.id, sha256, kind, personId: me(call), expiresAt, name: upload.name };
}

async function address({ fileAddress }: Outside, { name, ...file }: Awaited<ReturnType<typeof find>>) {
  return {
    url: await fileAddress(file),
    expiresAt: toShanghai(file.expiresAt),
    name,
    kind: file.kind,
    inline: opensInline(file.kind),
  };
}

/** The leader's own; of staff whoever holds the entry, counted and told to its team (conventions, Who). */
async function insistPersonal(call: Call, head: UploadHead, own: boolean): Promise<void> {
  if (own) {
    if (!leads.decide(call.actor, head).ok) throw new Refused('FORBIDDEN', personalFileZh);
    return;
  }
  const verdict = opensSealed.decide(call.actor, head);
  if (!verdict.ok) throw new Refused('FORBIDDEN', personalFileZh);
  if (!head.ofCurrentEdition) throw new Refused('ENTRY_EDITION_OVER');
  await countOpening(call, { subject: `entry:${head.entryId}`, field: 'leader.paper', regionId: head.regionId });
}

async function isSubmitted(call: Call, head: UploadHead): Promise<boolean> {
  const submission = isRecalled(head) ? null : await readSubmission(call, head);
  return submission !== null && holdsFile(submission, head.uploadId);
}
