import type { UploadRow } from './upload-rows';

/** How long a transfer may take, in milliseconds; an older one was given up and no longer holds anything back. */
export const transferLifeMs = 60 * 60 * 1000;

/** The files that stand in a slot now, in their order: of each its newest accepted version that was not taken out. */
export function currentUploads(uploads: readonly UploadRow[], slot: string): UploadRow[] {
  const newest = new Map<number, UploadRow>();
  for (const upload of uploads) {
    if (upload.slot !== slot || upload.state !== 'accepted' || upload.removed_at !== null) continue;
    const best = newest.get(upload.file_no);
    if (best === undefined || upload.version > best.version) newest.set(upload.file_no, upload);
  }
  return [...newest.values()].sort((a, b) => a.file_no - b.file_no);
}

/** Is a file still on its way or being checked? A transfer begun in the future, before the demo's clock was moved back, is not. */
export const isWaiting = (upload: UploadRow, now: number): boolean =>
  upload.removed_at === null &&
  (upload.state === 'checking' || (upload.state === 'sending' && Math.abs(now - upload.begun_at) < transferLifeMs));
