import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pointedFolder, pointerName } from './cluster-folder';
import { stopPostmaster } from './postmaster';

/**
 * Deletes the cluster of a data folder for good, wherever it lives, stopping its server first. The rest of the data
 * folder stays. Does nothing when there is no cluster.
 */
export async function removeCluster(dataFolder: string): Promise<void> {
  const folder = (await pointedFolder(dataFolder)) ?? path.join(dataFolder, 'postgres');
  await stopPostmaster(path.join(folder, 'data'));
  await rm(folder, { recursive: true, force: true });
  await rm(path.join(dataFolder, pointerName), { force: true });
}
