import type { materialView } from '@shared/files/contract';
import { hasCoveredId } from '@shared/kernel/resident-id';
import { toShanghai } from '@shared/kernel/shanghai';
import { currentUploads } from './current-material';
import type { UploadRow } from './upload-rows';

/** Kinds that a browser shows by itself; others are offered as a download. */
const shownInline: readonly string[] = ['pdf', 'jpg', 'png', 'mp4', 'mov'];

export const opensInline = (kind: string | null): boolean => kind !== null && shownInline.includes(kind);

export type MaterialView = (typeof materialView)['_zod']['output'];

/** One version of one of a slot's files. `all` are its subject's uploads, among which the current one is found. */
export function presentMaterial(upload: UploadRow, all: readonly UploadRow[]): MaterialView {
  return {
    uploadId: upload.id,
    slot: upload.slot,
    fileNo: upload.file_no,
    name: upload.name,
    size: upload.size ?? upload.declared_size,
    kind: upload.kind,
    state: upload.state === 'cancelled' ? 'refused' : upload.state,
    refusal: upload.refusal,
    version: upload.version,
    sha256: upload.state === 'accepted' ? upload.sha256 : null,
    uploadedAt: toShanghai(upload.finished_at ?? upload.begun_at),
    frozenIn: upload.frozen_in,
    locationRemoved: upload.state === 'accepted' && upload.sha256 !== upload.received_sha256,
    personal: upload.personal,
    nameCovered: hasCoveredId(upload.name),
    current: currentUploads(all, upload.slot).some(({ id }) => id === upload.id),
  };
}

/**
 * What stands in the materials part: every accepted version that is in the form or frozen by a submission, what is on its
 * way, and a refusal until something newer stands in its place, or was sent to its slot.
 */
export function presentMaterials(all: readonly UploadRow[]): MaterialView[] {
  const newest = new Map<string, UploadRow>();
  for (const upload of [...all].sort(byBeginning)) newest.set(upload.slot, upload);
  return all
    .filter((u) => u.state !== 'cancelled' && (u.removed_at === null || u.frozen_in !== null))
    .filter((u) => u.state !== 'refused' || u === newest.get(u.slot))
    .map((u) => presentMaterial(u, all));
}

const byBeginning = (a: UploadRow, b: UploadRow): number =>
  a.begun_at - b.begun_at || a.file_no - b.file_no || a.version - b.version;
