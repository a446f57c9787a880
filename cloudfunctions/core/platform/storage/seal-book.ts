import { link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CloudFiles } from '../wechat/cloud-files';

/** Keeps one text a day outside the database, `audit-seals/YYYY-MM-DD.json`. */
export type SealBook = {
  /** What was kept on a day; null when nothing was. */
  read(day: string): Promise<string | null>;
  /** Keeps a day's text; of two at once one stands. */
  keep(day: string, text: string): Promise<void>;
};

/** The folder of the seals that were told, in the data folder and in the cloud's storage; no client reads or writes there. */
export const sealFolder = 'audit-seals';

/** Bytes; a seal takes some 150. */
const most = 10_000;

const nameOf = (day: string): string => `${day}.json`;

/** The book in a folder of this machine's disk, for its owner only. A day is written whole or not at all, and never written over. */
export function openDiskSealBook(folder: string): SealBook {
  return {
    async read(day) {
      try {
        return await readFile(join(folder, nameOf(day)), 'utf8');
      } catch (error) {
        if ((error as { code?: unknown }).code === 'ENOENT') return null;
        throw error;
      }
    },
    async keep(day, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const part = await mkdtemp(join(folder, 'part-'));
      try {
        await writeFile(join(part, day), text, { mode: 0o600, flush: true });
        await link(join(part, day), join(folder, nameOf(day)));
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
      } finally {
        await rm(part, { recursive: true, force: true });
      }
    },
  };
}

/** The book in WeChat's cloud storage. */
export function openCloudSealBook(files: CloudFiles): SealBook {
  const path = (day: string) => `${sealFolder}/${nameOf(day)}`;
  return {
    read: async (day) => (await files.read(path(day), most))?.toString('utf8') ?? null,
    keep: (day, text) => files.write(path(day), Buffer.from(text, 'utf8'), 'application/json'),
  };
}
