import type { UploadRow } from './form-state';

/** How long a transfer may take, in milliseconds; an older one was given up and no longer holds anything back. */
export const transferLifeMs = 60 * 60 * 1000;

/** The file that stands in a slot now: its newest accepted version that was not taken out. */
export const currentUpload = (uploads: readonly UploadRow[], slot: string): UploadRow | null =>
  uploads
    .filter((u) => u.slot === slot && u.state === 'accepted' && u.removed_at === null)
    .reduce<UploadRow | null>((best, u) => (best === null || u.version > best.version ? u : best), null);

/** Is a file of this entry still on its way or being checked? */
export const isWaiting = (upload: UploadRow, now: number): boolean =>
  upload.removed_at === null &&
  (upload.state === 'checking' || (upload.state === 'sending' && now - upload.begun_at < transferLifeMs));
