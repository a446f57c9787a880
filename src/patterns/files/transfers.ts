import { actKey } from '../../client/act-key';
import { api } from '../../client/api';
import { queryClient } from '../../client/cache/query-client';
import { onLeaving } from '../../client/session/leave-device';
import { Failure, mayPass } from '../../client/transport/failure';
import type { PickedFile } from '../../client/uploads/pick-file';
import { type Sending, sendFile } from '../../client/uploads/send-file';

/** One file on its way into a slot. `failed` may be tried again as it is; `refused` needs another file. */
export type Transfer = {
  entryId: string;
  slot: string;
  file: PickedFile;
  /** The upload whose place it takes, in a slot of several. */
  replaces: string | undefined;
  state: 'sending' | 'checking' | 'failed' | 'refused';
  percent: number;
  reason: string | null;
};

/** The bytes did not all arrive; sent again they may. */
const brokenOff: readonly string[] = ['FILE_NOT_ARRIVED', 'UPLOAD_BROKEN_OFF', 'UPLOAD_INCOMPLETE'];
const running = new Map<
  string,
  { transfer: Transfer; uploadId: string | null; sending: Sending | null; stopped: boolean }
>();
const listeners = new Set<() => void>();
let shown: readonly Transfer[] = [];
onLeaving(() => {
  for (const mine of running.values()) {
    mine.stopped = true;
    mine.sending?.cancel();
  }
  running.clear();
  tell();
});

const keyOf = (entryId: string, slot: string) => `${entryId} ${slot}`;

function tell(): void {
  shown = [...running.values()].map(({ transfer }) => transfer);
  for (const listener of listeners) listener();
}

export function onTransfers(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every file on its way. Transfers belong to no page: leaving one does not end them. */
export const transfers = (): readonly Transfer[] => shown;

/** Is a file on its way still, so that closing the window would lose it? */
export const isSending = (): boolean => shown.some(({ state }) => state === 'sending' || state === 'checking');

/** Sends a file into a slot; one that was on its way there before is given up. */
export async function beginTransfer(entryId: string, slot: string, file: PickedFile, replaces?: string): Promise<void> {
  await cancelTransfer(entryId, slot);
  const key = keyOf(entryId, slot);
  const mine = {
    transfer: { entryId, slot, file, replaces, state: 'sending', percent: 0, reason: null } as Transfer,
    uploadId: null as string | null,
    sending: null as Sending | null,
    stopped: false,
  };
  running.set(key, mine);
  const change = (more: Partial<Transfer>) => {
    mine.transfer = { ...mine.transfer, ...more };
    if (running.get(key) === mine) tell();
  };
  tell();
  try {
    const { name, size } = file;
    const announced = { entryId, slot, name, size, ...(replaces !== undefined && { replaces }) };
    const begun = await api.entry.beginUpload(announced, { context: { key: actKey() } });
    mine.uploadId = begun.uploadId;
    if (mine.stopped) return void (await giveUp(begun.uploadId));
    mine.sending = sendFile(file, begun.via, (percent) => change({ percent }));
    const { fileId } = await mine.sending.done;
    change({ state: 'checking', percent: 100 });
    const finish = { uploadId: begun.uploadId, ...(fileId !== undefined && { fileId }) };
    await api.entry.finishUpload(finish, { context: { key: actKey() } });
    await queryClient.invalidateQueries({ queryKey: ['entry'] });
    if (running.get(key) === mine) running.delete(key);
    tell();
  } catch (error) {
    if (mine.stopped) return;
    const failure =
      error instanceof Failure ? error : new Failure('INTERNAL', '操作没有成功，请重试；仍不行请到“投诉建议”反映');
    const again = mayPass(failure) || brokenOff.includes(failure.code);
    change({ state: again ? 'failed' : 'refused', reason: failure.message });
  }
}

/** Sends the same file again. */
export async function retryTransfer(entryId: string, slot: string): Promise<void> {
  const known = running.get(keyOf(entryId, slot));
  if (known) await beginTransfer(entryId, slot, known.transfer.file, known.transfer.replaces);
}

/** Stops a transfer, or forgets one that did not succeed. What stood in the slot before stays. */
export async function cancelTransfer(entryId: string, slot: string): Promise<void> {
  const known = running.get(keyOf(entryId, slot));
  if (!known) return;
  known.stopped = true;
  known.sending?.cancel();
  running.delete(keyOf(entryId, slot));
  tell();
  if (known.uploadId !== null && known.transfer.state !== 'refused') await giveUp(known.uploadId);
}

/** Tells the server not to wait any longer. If it does not hear, it gives up by itself in time. */
async function giveUp(uploadId: string): Promise<void> {
  await api.entry.cancelUpload({ uploadId }, { context: { key: actKey() } }).catch(() => undefined);
}
