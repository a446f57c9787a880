import { sql } from 'kysely';
import type { Home } from '../home';
import { appendAudit } from '../platform/audit';
import { at } from '../platform/schema';
import { StorageError } from '../platform/storage/storage';
import { checkUpload } from './check-upload';
import { readEditionRules, slotOf } from './edition-rules';

const atOnce = 20;
/** How long a file may wait for its check, in milliseconds. */
const patienceMs = 30 * 60_000;
const unchecked = '文件没有检查成，请重新上传。';

/**
 * Checks files that wait in `checking`, each in a transaction of its own; a row that another worker holds is passed over. One that cannot be
 * judged now (the storage does not answer) holds up no other and is tried again; after half an hour it is refused, so that its sender is not
 * kept from submitting.
 * @returns how many were settled, one way or the other
 */
export async function checkWaitingUploads(home: Home): Promise<number> {
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
      if (await checkOne(home, id)) checked += 1;
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      home.log.error({ uploadId: id, error: { name, message, stack } }, 'a file could not be checked');
      if (await giveUp(home, id)) checked += 1;
    }
  }
  return checked;
}

/** Refuses a file that has waited too long for its check. What was sent stays where it is until its sender sends anew. */
async function giveUp(home: Home, uploadId: string): Promise<boolean> {
  const now = home.now();
  const { numUpdatedRows } = await home.db
    .updateTable('upload')
    .set({ state: 'refused', refusal_code: 'UPLOAD_UNCHECKED', refusal: unchecked, finished_at: at(now) })
    .where('id', '=', uploadId)
    .where('state', '=', 'checking')
    .where(sql<boolean>`finished_at <= ${at(now - patienceMs)}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function checkOne(home: Home, uploadId: string): Promise<boolean> {
  const key = await home.db.transaction().execute(async (tx) => {
    const upload = await tx
      .selectFrom('upload')
      .selectAll()
      .where('id', '=', uploadId)
      .where('state', '=', 'checking')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!upload) return null;
    const entry = await tx
      .selectFrom('entry')
      .select('contest_id')
      .where('id', '=', upload.entry_id)
      .executeTakeFirstOrThrow();
    const rules = await readEditionRules(tx, entry.contest_id);
    const slot = rules && slotOf(rules, upload.slot);
    if (!slot) throw new Error(`The slot ${upload.slot} of an upload is gone.`);
    const now = home.now();
    try {
      const { state, ...outcome } = await checkUpload(home, tx, upload, slot, now);
      const sha256 = 'sha256' in outcome ? outcome.sha256 : null;
      const data = { uploadId, state, sha256 };
      await appendAudit(tx, {
        subject: `entry:${upload.entry_id}`,
        act: 'entry/checkUpload',
        data,
        actor: 'system',
        now,
      });
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'UPLOAD_MISSING') throw error;
      await tx
        .updateTable('upload')
        .set({ state: 'refused', refusal_code: error.code, refusal: error.message, finished_at: at(now) })
        .where('id', '=', uploadId)
        .execute();
    }
    return upload.storage_key;
  });
  // Only now: a check that is rolled back must find the file where it was.
  if (key !== null) await home.storage.discard(key);
  return key !== null;
}
