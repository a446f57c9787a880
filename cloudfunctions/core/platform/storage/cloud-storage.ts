import { createHash } from 'node:crypto';
import { type CloudFiles, TooLarge } from '../wechat/cloud-files';
import { contentTypes } from './formats/content-types';
import { overwritten } from './location/overwrite';
import { type Content, type Storage, StorageError } from './storage';

/** Where `beginUpload` sends a client; the storage's rules let clients write here and nowhere else (config/storage-rules.json). */
export const incomingPath = (key: string): string => `uploads/${key}`;

/**
 * Where checked bytes lie, named by their SHA-256 and their kind; no client writes or reads here. The ending is for the phone's player,
 * which tells a film by it.
 */
export const settledPath = ({ sha256, kind }: Content): string => `files/${sha256.slice(0, 2)}/${sha256}.${kind}`;

/**
 * WeChat's cloud storage. Clients send their files there themselves and may send the same path again at any time, so a file is taken
 * as one copy in memory: that copy is judged, and its very bytes are what is kept.
 * @param say told of a leftover that could not be taken away: nobody can read it, so nothing else need fail
 */
export function openCloudStorage(files: CloudFiles, say: (error: unknown) => void): Storage {
  async function remove(path: string): Promise<boolean> {
    try {
      await files.remove(path);
      return true;
    } catch (error) {
      say(error);
      return false;
    }
  }

  return {
    async take(key, { maxBytes }) {
      const bytes = await files.read(incomingPath(key), maxBytes).catch((error: unknown) => {
        throw error instanceof TooLarge ? new StorageError('UPLOAD_TOO_LARGE') : error;
      });
      if (bytes === null) throw new StorageError('UPLOAD_MISSING');
      return {
        size: bytes.length,
        read: async (offset, length) => bytes.subarray(offset, offset + length),
        sha256: async (overwrites = []) => hashOf(overwritten(bytes, 0, overwrites)),
        async settle(content, overwrites = []) {
          const kept = overwritten(bytes, 0, overwrites);
          if (hashOf(kept) !== content.sha256) throw new StorageError('UPLOAD_CHANGED');
          await files.write(settledPath(content), kept, contentTypes[content.kind]);
        },
      };
    },

    async read(content) {
      const bytes = await files.read(settledPath(content), largestFile);
      if (bytes === null) throw new StorageError('FILE_MISSING');
      return piecesOf(bytes);
    },

    async bring(key, source) {
      const pieces: Uint8Array[] = [];
      let size = 0;
      for await (const piece of source) {
        size += piece.length;
        if (size > largestMade) throw new StorageError('UPLOAD_TOO_LARGE');
        pieces.push(piece);
      }
      await files.write(incomingPath(key), Buffer.concat(pieces, size), 'application/octet-stream');
    },

    discard: (key) => remove(incomingPath(key)),

    erase: (content) => remove(settledPath(content)),

    freeBytes: async () => Number.POSITIVE_INFINITY,
  };
}

/** Bytes; the largest that any slot takes, with room. */
const largestFile = 60 * 1024 * 1024;
/** Bytes; what is made here is sent in one piece, so that it has to fit into a function beside the rest of it. */
const largestMade = 160 * 1024 * 1024;

async function* piecesOf(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
