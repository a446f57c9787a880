import { actKey } from '../../client/act-key';
import { onLeaving } from '../../client/session/leave-device';
import { Failure, mayPass } from '../../client/transport/failure';
import type { PickedFile } from '../../client/uploads/pick-file';
import { type Sending, sendFile } from '../../client/uploads/send-file';

/** One file on its way into a slot. `failed` may be tried again as it is; `refused` needs another file. */
export type Transfer = {
  subjectId: string;
  slot: string;
  file: PickedFile;
  /** The upload whose place it takes, in a slot of several. */
  replaces: string | undefined;
  state: 'sending' | 'checking' | 'failed' | 'refused';
  percent: number;
  reason: string | null;
};

/** An area's procedures for the files of its nouns; `key` marks one act. */
export type FileProcedures = {
  begin(
    announced: { subjectId: string; slot: string; name: string; size: number; replaces?: string },
    key: string,
  ): Promise<{ uploadId: string; via: Parameters<typeof sendFile>[1] }>;
  finish(sent: { uploadId: string; fileId?: string }, key: string): Promise<unknown>;
  cancel(uploadId: string, key: string): Promise<unknown>;
  /** A file has arrived: what pages show of its subject is asked for anew. */
  arrived(): Promise<unknown>;
};

type Running = { transfer: Transfer; uploadId: string | null; sending: Sending | null; stopped: boolean };

/** The bytes did not all arrive; sent again they may. */
const brokenOff: readonly string[] = ['FILE_NOT_ARRIVED', 'UPLOAD_BROKEN_OFF', 'UPLOAD_INCOMPLETE'];

const keyOf = (subjectId: string, slot: string) => `${subjectId} ${slot}`;

/** An area's files on their way. They belong to no page: leaving one does not end them; so the area makes one of these and keeps it. */
export class Transfers {
  private readonly running = new Map<string, Running>();
  private readonly listeners = new Set<() => void>();
  private shown: readonly Transfer[] = [];

  constructor(private readonly procedures: FileProcedures) {
    onLeaving(() => {
      for (const mine of this.running.values()) {
        mine.stopped = true;
        mine.sending?.cancel();
      }
      this.running.clear();
      this.tell();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Every file on its way; the same list until something changes. */
  readonly all = (): readonly Transfer[] => this.shown;

  /** Is a file on its way still, so that closing the window would lose it? */
  readonly isSending = (): boolean => this.shown.some(({ state }) => state === 'sending' || state === 'checking');

  /** Sends a file into a slot; one that was on its way there before is given up. */
  async begin(subjectId: string, slot: string, file: PickedFile, replaces?: string): Promise<void> {
    await this.cancel(subjectId, slot);
    const key = keyOf(subjectId, slot);
    const mine: Running = {
      transfer: { subjectId, slot, file, replaces, state: 'sending', percent: 0, reason: null },
      uploadId: null,
      sending: null,
      stopped: false,
    };
    this.running.set(key, mine);
    const change = (more: Partial<Transfer>) => {
      mine.transfer = { ...mine.transfer, ...more };
      if (this.running.get(key) === mine) this.tell();
    };
    this.tell();
    try {
      const { name, size } = file;
      const announced = { subjectId, slot, name, size, ...(replaces !== undefined && { replaces }) };
      const begun = await this.procedures.begin(announced, actKey());
      mine.uploadId = begun.uploadId;
      if (mine.stopped) return void (await this.giveUp(begun.uploadId));
      mine.sending = sendFile(file, begun.via, (percent) => change({ percent }));
      const { fileId } = await mine.sending.done;
      change({ state: 'checking', percent: 100 });
      await this.procedures.finish({ uploadId: begun.uploadId, ...(fileId !== undefined && { fileId }) }, actKey());
      await this.procedures.arrived();
      if (this.running.get(key) === mine) this.running.delete(key);
      this.tell();
    } catch (error) {
      if (mine.stopped) return;
      const failure =
        error instanceof Failure ? error : new Failure('INTERNAL', '操作没有成功，请重试；仍不行请到“投诉建议”反映');
      const again = mayPass(failure) || brokenOff.includes(failure.code);
      change({ state: again ? 'failed' : 'refused', reason: failure.message });
    }
  }

  /** Sends the same file again. */
  async retry(subjectId: string, slot: string): Promise<void> {
    const known = this.running.get(keyOf(subjectId, slot));
    if (known) await this.begin(subjectId, slot, known.transfer.file, known.transfer.replaces);
  }

  /** Stops a transfer, or forgets one that did not succeed. What stood in the slot before stays. */
  async cancel(subjectId: string, slot: string): Promise<void> {
    const known = this.running.get(keyOf(subjectId, slot));
    if (!known) return;
    known.stopped = true;
    known.sending?.cancel();
    this.running.delete(keyOf(subjectId, slot));
    this.tell();
    if (known.uploadId !== null && known.transfer.state !== 'refused') await this.giveUp(known.uploadId);
  }

  /** Tells the server not to wait any longer. If it does not hear, it gives up by itself in time. */
  private async giveUp(uploadId: string): Promise<void> {
    await this.procedures.cancel(uploadId, actKey()).catch(() => undefined);
  }

  private tell(): void {
    this.shown = [...this.running.values()].map(({ transfer }) => transfer);
    for (const listener of this.listeners) listener();
  }
}
