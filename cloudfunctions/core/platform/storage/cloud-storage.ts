import { createHash } from 'node:crypto';
import { type CloudFiles, TooLarge } from '../wechat/cloud-files';
import { contentTypes } from './formats/content-types';
import { type Content, type Storage, StorageError } from './storage';

/** Where `beginUpload` sends a client; the storage's rules let clients write here and nowhere else (config/storage-rules.json). */
export const incomingPath = (key: string): string => `uploads/${key}`;

/**
 * Where checked bytes lie, named by their SHA-256 and their kind; no client writes or reads here. The ending is for the phone's player,
 * which tells a film by it.
 */
export const settledPath = ({ sha256, kind }: Content): string => `files/${sha256.slice(0, 2)}/${sha256}.${kind}`;

/** Larger than any slot allows, and small enough for a function's memory. */
const mostBytes = 64 * 1024 * 1024;

/**
 * WeChat's cloud storage. Clients send their files there themselves and may send the same path again at any time, so a file is
 * judged from one copy in memory, and settled only when a second copy is still the same; that copy is what is kept.
 * @param say told of a leftover that could not be taken away: nobody can read it, so nothing else need fail
 */
export function openCloudStorage(files: CloudFiles, say: (error: unknown) => void): Storage {
  async function incoming(key: string, maxBytes: number): Promise<Buffer> {
    let bytes: Buffer | null;
    try {
      bytes = await files.read(incomingPath(key), maxBytes);
    } catch (error) {
      throw error instanceof TooLarge ? new StorageError('UPLOAD_TOO_LARGE') : error;
    }
    if (bytes === null) throw new StorageError('UPLOAD_MISSING');
    return bytes;
  }

  return {
    async received(key, { maxBytes }) {
      const bytes = await incoming(key, maxBytes);
      return {
        size: bytes.length,
        read: async (offset, length) => bytes.subarray(offset, offset + length),
        sha256: async () => hashOf(bytes),
      };
    },

    async settle(key, content) {
      const bytes = await incoming(key, mostBytes);
      if (hashOf(bytes) !== content.sha256) throw new StorageError('UPLOAD_CHANGED');
      await files.write(settledPath(content), bytes, contentTypes[content.kind]);
    },

    async discard(key) {
      try {
        await files.remove(incomingPath(key));
        return true;
      } catch (error) {
        say(error);
        return false;
      }
    },
  };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
