import type { Slot } from '@shared/files/slot';
import { mostFiles } from '@shared/files/slot-files';
import { isWaiting } from './current-material';
import type { UploadRow } from './upload-rows';

type Asked = {
  slot: Slot;
  /** An upload whose place the new one takes. */
  replaces: string | undefined;
  personId: string;
  now: number;
};

export type SlotPlace = {
  /** One of the slot's files, counted from 1, of which the new upload becomes a version; `further` is one more; null: the slot is full. */
  fileNo: number | 'further' | null;
  /** Transfers that the new one gives up: the same person's in this slot, and any of the same file. */
  givesUp: UploadRow[];
};

/** Where a new upload goes in its slot. A file that was meant to be replaced and is gone makes it a further one. */
export function slotPlace(uploads: readonly UploadRow[], { slot, replaces, personId, now }: Asked): SlotPlace {
  const standing = uploads.filter((u) => u.slot === slot.code && u.removed_at === null);
  const sending = standing.filter((u) => u.state === 'sending');
  const givesUp = (fileNo: number) => sending.filter((u) => u.file_no === fileNo || u.begun_by === personId);
  const others = standing.filter((u) => u.state === 'accepted' || (isWaiting(u, now) && !isMine(u, personId)));
  const taken = new Set(others.map((u) => u.file_no));

  if (mostFiles(slot) === 1) return { fileNo: taken.size === 0 ? 1 : Math.min(...taken), givesUp: sending };
  const replaced = standing.find((u) => u.id === replaces)?.file_no;
  if (replaced !== undefined && taken.has(replaced)) return { fileNo: replaced, givesUp: givesUp(replaced) };
  const fileNo = taken.size < mostFiles(slot) ? 'further' : null;
  return { fileNo, givesUp: sending.filter((u) => u.begun_by === personId) };
}

const isMine = (upload: UploadRow, personId: string): boolean =>
  upload.state === 'sending' && upload.begun_by === personId;
