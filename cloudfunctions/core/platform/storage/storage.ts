import type { Readable } from 'node:stream';
import type { FileKind } from './formats/detected-file';

/** What a transfer turned out to be: bytes counted, SHA-256 in hex, and the first bytes (4,096 at most). */
export type Received = { readonly size: number; readonly sha256: string; readonly head: Buffer };

/** First and last byte, both included, counted from 0, as in an HTTP Range header. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Bytes on their way out. Whoever opens must read `bytes` to the end or destroy it. `size` is the whole file's. */
export type Opened = { readonly size: number; readonly range: ByteRange; readonly bytes: Readable };

/** A file that can be read in places, for checks that must not read it whole. Reads are short at its end. */
export type RandomAccess = { readonly size: number; read(offset: number, length: number): Promise<Buffer> };

/** Received bytes before they are checked; `sha256` is that of the whole, in hex. */
export type ReceivedFile = RandomAccess & { sha256(): Promise<string> };

/** Checked bytes: their SHA-256 in hex, and what they were found to be. */
export type Content = { readonly sha256: string; readonly kind: FileKind };

/**
 * Where uploaded bytes live. Two places: an incoming one, named by a key that the server chose, and a settled
 * one, named by content, which no client can write. Every home has these three verbs: the laptop's disk and WeChat's cloud storage.
 */
export type Storage = {
  /**
   * What was received under the key, for checking. Throws UPLOAD_MISSING, and UPLOAD_TOO_LARGE where more than
   * `maxBytes` could come in unseen.
   */
  received(key: string, limit: { readonly maxBytes: number }): Promise<ReceivedFile>;

  /**
   * Brings the checked bytes to their content's place. They are hashed once more: throws UPLOAD_CHANGED when
   * they are no longer those that were checked. Doing it again is harmless. Throws UPLOAD_MISSING.
   */
  settle(key: string, content: Content): Promise<void>;

  /**
   * Forgets what was received under the key; settled bytes stay. False when it could not be done now, which harms nobody: what
   * lies there is read by no one, and `sweepLeftovers` comes back for it.
   */
  discard(key: string): Promise<boolean>;
};

/** A storage whose bytes pass through this process on their way in and out. In WeChat's cloud they pass us by. */
export type StreamingStorage = Storage & {
  /**
   * Takes bytes in while they stream; never holds more than one chunk. A second transfer of the same key replaces the
   * first. Throws StorageError UPLOAD_TOO_LARGE at the first chunk that passes `maxBytes`, stops reading
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
