import type { Home } from '../home';
import { at } from '../platform/schema';
import { StorageError } from '../platform/storage/storage';
import { checkUpload } from './check-upload';
import { readEditionRules, slotOf } from './edition-rules';

const atOnce = 20;

/**
 * Checks files that wait in `checking`, each in a transaction of its own; a row that another worker holds is passed over.
 * @returns how many were checked
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
  for (const { id } of waiting) if (await checkOne(home, id)) checked += 1;
  return checked;
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
      await checkUpload(home, tx, upload, slot, now);
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
