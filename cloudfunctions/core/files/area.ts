import type { Home } from '../rpc/home';
import { freeChecks } from './check-upload';
import { checkWaitingUploads } from './check-waiting-uploads';
import { type FileOwner, fileOwnersOf } from './file-owner';
import { eraseLeaving } from './leaving/erase-leaving';
import { sweepLeftovers } from './leaving/sweep-leftovers';
import { filesPersonal } from './personal';

/** What the ground does by the clock for the files of all areas. It has no procedures: a file is asked for through its subject's area. */
export function filesGround(areas: readonly { readonly fileOwners?: readonly FileOwner[] }[]) {
  const owners = fileOwnersOf(areas);
  return {
    name: 'files',
    access: {},
    procedures: {},
    jobs: [
      { name: 'checkWaitingUploads', run: (home: Home) => checkWaitingUploads(home, owners) },
      { name: 'sweepLeftovers', run: sweepLeftovers },
      { name: 'eraseLeaving', run: eraseLeaving },
    ],
    takeBack: (home: Home) => freeChecks(home.db),
    personal: filesPersonal,
    tables: ['upload', 'file_leaving', 'file_opening'],
    reads: { cases: ['subject'] },
  };
}
