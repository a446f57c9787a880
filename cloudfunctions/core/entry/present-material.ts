import { toShanghai } from '@shared/kernel/shanghai';
import { currentUpload } from './current-material';
import type { UploadRow } from './form-state';

/** Kinds that a browser shows by itself; others are offered as a download (issue: Office as a download). */
const shownInline: readonly string[] = ['pdf', 'jpg', 'png', 'mp4'];

export const opensInline = (kind: string | null): boolean => kind !== null && shownInline.includes(kind);

export type MaterialView = {
  uploadId: string;
  slot: string;
  name: string;
  size: number;
  kind: string | null;
  state: 'sending' | 'checking' | 'accepted' | 'refused';
  refusal: string | null;
  version: number;
  sha256: string | null;
  uploadedAt: string;
  frozenIn: number | null;
  current: boolean;
};

/** One version of a slot's file. `all` are the entry's uploads, among which the current one is found. */
export function presentMaterial(upload: UploadRow, all: readonly UploadRow[]): MaterialView {
  return {
    uploadId: upload.id,
    slot: upload.slot,
    name: upload.name,
    size: upload.size ?? upload.declared_size,
    kind: upload.kind,
    state: upload.state === 'cancelled' ? 'refused' : upload.state,
    refusal: upload.refusal,
    version: upload.version,
    sha256: upload.state === 'accepted' ? upload.sha256 : null,
    uploadedAt: toShanghai(upload.finished_at ?? upload.begun_at),
    frozenIn: upload.frozen_in,
    current: currentUpload(all, upload.slot)?.id === upload.id,
  };
}

/**
 * What stands in the materials part: every accepted version that is in the form or frozen by a submission, what is on its
 * way, and a refusal until something newer stands in its slot.
 */
export function presentMaterials(all: readonly UploadRow[]): MaterialView[] {
  const newest = new Map<string, number>();
  for (const { slot, version } of all) newest.set(slot, Math.max(newest.get(slot) ?? 0, version));
  return all
    .filter((u) => u.state !== 'cancelled' && (u.removed_at === null || u.frozen_in !== null))
    .filter((u) => u.state !== 'refused' || u.version === newest.get(u.slot))
    .map((u) => presentMaterial(u, all));
}

/** As submitted: only versions that some submission froze; what is being prepared is not staff's business. */
export const presentFrozenMaterials = (all: readonly UploadRow[]): MaterialView[] =>
  all.filter((u) => u.frozen_in !== null).map((u) => presentMaterial(u, all));
