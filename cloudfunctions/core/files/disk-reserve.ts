import type { Storage } from '../platform/storage/storage';

/**
 * What uploads leave free on the disk, in bytes: the database and the log stand on the same one, and both stop everything when it is full. Four times
 * what the database writes ahead before it must clean up, and the ten largest files in transfer at once.
 */
const reserveBytes = 1024 * 1024 * 1024;

/** Is there room for `size` bytes more? Asked outside transactions. */
export const hasRoom = async (storage: Storage, size: number): Promise<boolean> =>
  (await storage.freeBytes()) - size >= reserveBytes;
