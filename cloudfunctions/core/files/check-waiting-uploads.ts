import { sql } from 'kysely';
import { faultOf } from '../platform/log/fault';
import { at } from '../platform/schema';
import type { Home } from '../rpc/home';
import { checkUpload } from './check-upload';
import type { FileOwners } from './file-owner';
import { bytesOfUpload, filesOfUpload, leaveFiles } from './leaving/leave-files';

const atOnce = 20;
/** How long a file may wait for its check, in milliseconds. */
const patienceMs = 30 * 60_000;
const unchecked = '文件没有检查成，请重新上传。';

/**
 * Checks files that wait in `checking`; one that somebody else checks is passed over. One that cannot be judged now (the storage does not
 * answer) holds up no other and is tried again; after half an hour it is refused, so that its sender is not kept from submitting.
 * @returns how many were settled, one way or the other
 */
export async function checkWaitingUploads(home: Home, owners: FileOwners): Promise<number> {
  const waiting = await home.db
    .selectFrom('upload')
    .select('id')
    .where('state', '=', 'checking')
    .orderBy('finished_at')
    .limit(atOnce)
    .execute();
  let checked = 0;
  for (const { id } of waiting) {
    try {
      if (await checkUpload(home, owners, id, home.now())) checked += 1;
    } catch (error) {
      home.log.error({ uploadId: id, error: faultOf(error) }, 'a file could not be checked');
      if (await giveUp(home, id)) checked += 1;
    }
  }
  return checked;
}

/** Refuses a file that has waited too long for its check. */
async function giveUp(home: Home, uploadId: string): Promise<boolean> {
  const now = home.now();
  return home.db.transaction().execute(async (tx) => {
    const given = await tx
      .updateTable('upload')
      .set({ state: 'refused', refusal_code: 'UPLOAD_UNCHECKED', refusal: unchecked, finished_at: at(now) })
      .where('id', '=', uploadId)
      .where('state', '=', 'checking')
      .where(sql<boolean>`finished_at <= ${at(now - patienceMs)}`)
      .returning(bytesOfUpload)
      .execute();
    await leaveFiles(tx, given.flatMap(filesOfUpload), now);
    return given.length > 0;
  });
}
