import type { Readable } from 'node:stream';
import type { KeptKind } from './formats/detected-file';
import type { Overwrite } from './location/overwrite';

/** What a transfer turned out to be: bytes counted, SHA-256 in hex, and the first bytes (4,096 at most). */
export type Received = { readonly size: number; readonly sha256: string; readonly head: Buffer };

/** First and last byte, both included, counted from 0, as in an HTTP Range header. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Bytes on their way out. Whoever opens must read `bytes` to the end or destroy it. `size` is the whole file's. */
export type Opened = { readonly size: number; readonly range: ByteRange; readonly bytes: Readable };

/** A file that can be read in places, for checks that must not read it whole. Reads are short at its end. */
export type RandomAccess = { readonly size: number; read(offset: number, length: number): Promise<Buffer> };

/** Checked bytes: their SHA-256 in hex, and what they were found to be. */
export type Content = { readonly sha256: string; readonly kind: KeptKind };

/** Received bytes that no transfer can change any more: what is judged is what is settled. */
export type TakenFile = RandomAccess & {
  /** SHA-256 of the whole, in hex; with what is to be overwritten. */
  sha256(overwrites?: readonly Overwrite[]): Promise<string>;
  /**
   * Writes these very bytes, but for what is overwritten, to their content's place, hashed once more on the way: throws UPLOAD_CHANGED when
   * they are not `content`. Doing it again is harmless.
   */
  settle(content: Content, overwrites?: readonly Overwrite[]): Promise<void>;
};

/**
 * Where uploaded bytes live. Two places: an incoming one, named by a key that the server chose, and a settled
 * one, named by content, which no client can write. Every home has these verbs: the laptop's disk and WeChat's cloud storage.
 */
export type Storage = {
  /**
   * Takes what was received out of the reach of every transfer, for judging and settling. Throws UPLOAD_MISSING, and UPLOAD_TOO_LARGE for
   * more than `maxBytes`.
   */
  take(key: string, limit: { readonly maxBytes: number }): Promise<TakenFile>;

  /**
   * Forgets what was received under the key, taken or not; settled bytes stay. False when it could not be done now, which harms nobody:
   * what lies there is read by no one, and `sweepLeftovers` comes back for it.
   */
  discard(key: string): Promise<boolean>;

  /** Erases settled bytes; nothing happens when there are none. False when it could not be done now. The caller knows that no row names them. */
  erase(content: Content): Promise<boolean>;

  /** Opens settled bytes, to be read once from their beginning. Throws FILE_MISSING. */
  read(content: Content): Promise<AsyncIterable<Uint8Array>>;

  /** Takes in bytes that are made here, under a key that the server chose, as if they had been received. */
  bring(key: string, source: AsyncIterable<Uint8Array>): Promise<void>;

  /** Bytes that may still be written to where files lie; without end where it grows by itself. */
  freeBytes(): Promise<number>;
};

/** A storage whose bytes pass through this process on their way in and out. In WeChat's cloud they pass us by. */
export type StreamingStorage = Storage & {
  /**
   * Takes bytes in while they stream; never holds more than one chunk. A second transfer of the same key replaces the
   * first until that was taken. Throws StorageError UPLOAD_TOO_LARGE at the first chunk that passes `maxBytes`, stops reading
   * the source there, and leaves nothing behind; a source that breaks off leaves nothing behind either.
   */
  receive(key: string, source: AsyncIterable<Uint8Array>, limit: { readonly maxBytes: number }): Promise<Received>;

  /** Opens settled bytes, whole or a part. Throws FILE_MISSING, RANGE_NOT_SATISFIABLE. */
  open(sha256: string, range?: ByteRange): Promise<Opened>;
};

const sentences = {
  UPLOAD_TOO_LARGE: '文件超过大小上限，上传已停止。请压缩后重新上传。',
  UPLOAD_MISSING: '没有收到这份文件，请重新上传。',
  UPLOAD_CHANGED: '文件在检查期间发生了变化，请重新上传。',
  FILE_MISSING: '文件不存在或已被清除。',
  RANGE_NOT_SATISFIABLE: '要读的内容超出了文件大小。',
} as const;

export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: keyof typeof sentences;

  constructor(code: keyof typeof sentences) {
    super(sentences[code]);
    this.code = code;
  }
}
