/** The part of yazl that is used here; it brings no types. */
declare module 'yazl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  type Entry = { mtime?: Date; compress?: boolean };

  export class ZipFile extends EventEmitter {
    readonly outputStream: Readable;
    addBuffer(bytes: Buffer, name: string, entry: Entry): void;
    /** `open` is called when it is this entry's turn, so that one source is open at a time. */
    addReadStreamLazy(
      name: string,
      entry: Entry & { size?: number },
      open: (done: (error: unknown, source?: Readable) => void) => void,
    ): void;
    end(): void;
  }
}
