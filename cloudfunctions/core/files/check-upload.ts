import type { Slot } from '@shared/competition/blueprint';
import { sql } from 'kysely';
import { readEditionRules, slotOf } from '../entry/form/edition-rules';
import type { UploadRow } from '../entry/form/form-state';
import { lockEntry } from '../entry/subjects';
import { appendAudit } from '../platform/audit/audit';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import { type Checking, judgeUpload, type Outcome } from './judge-upload';
import { leaveFiles } from './leave-files';

/**
 * How long one check may take before somebody else makes it anew, in milliseconds: neither a crash nor a lost database may leave a file
 * unchecked for long. Two checks of one file do no harm: the first to write its outcome down is believed.
 */
const leaseMs = 60_000;

/**
 * Checks one upload that waits in `checking`: judges what was received, settles what passes, and writes down the outcome if it still
 * waits then. No transaction is open while the file is read. Throws when it cannot be judged now (the storage does not answer).
 * @returns false when there was nothing to do, or somebody else is at it
 */
export async function checkUpload(home: Checking, uploadId: string, now: number): Promise<boolean> {
  const upload = await lease(home, uploadId, now);
  if (!upload) return false;
  try {
    const outcome = await judgeUpload(home, upload, await slotFor(home, upload));
    await record(home, upload, outcome, now);
  } catch (error) {
    await home.db.updateTable('upload').set({ checking_until: null }).where('id', '=', uploadId).execute();
    throw error;
  }
  // Only now: a check that came to nothing must find the file where it was.
  await home.storage.discard(upload.storage_key);
  return true;
}

/** Frees what was being checked when this home's only host was killed: the next need not wait until those leases have run out. */
export async function freeChecks(db: Db): Promise<void> {
  await db
    .updateTable('upload')
    .set({ checking_until: null })
    .where('state', '=', 'checking')
    .where('checking_until', 'is not', null)
    .execute();
}

/** A lease from the future counts for nothing: the demo's clock can be moved back. */
const lease = (home: Checking, uploadId: string, now: number): Promise<UploadRow | undefined> =>
  home.db
    .updateTable('upload')
    .set({ checking_until: at(now + leaseMs) })
    .where('id', '=', uploadId)
    .where('state', '=', 'checking')
    .where(
      sql<boolean>`(checking_until is null or checking_until <= ${at(now)} or checking_until > ${at(now + leaseMs)})`,
    )
    .returningAll()
    .executeTakeFirst();

async function slotFor(home: Checking, upload: UploadRow): Promise<Slot> {
  const entry = await home.db
    .selectFrom('entry')
    .select('contest_id')
    .where('id', '=', upload.subject_id)
    .executeTakeFirstOrThrow();
  const rules = await readEditionRules(home.db, entry.contest_id);
  const slot = rules && slotOf(rules, upload.slot);
  if (!slot) throw new Error(`The slot ${upload.slot} of an upload is gone.`);
  return slot;
}

async function record(home: Checking, upload: UploadRow, outcome: Outcome, now: number): Promise<void> {
  await home.db.transaction().execute(async (tx) => {
    // Whoever writes into the entry's audit chain holds its lock, and takes it before any other.
    await lockEntry(upload.subject_id).execute(tx);
    const { numUpdatedRows } = await tx
      .updateTable('upload')
      .set({ ...outcome, finished_at: at(now), checking_until: null })
      .where('id', '=', upload.id)
      .where('state', '=', 'checking')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      // Given up meanwhile: what was settled is nobody's.
      if (outcome.state === 'accepted') await leaveFiles(tx, [{ name: outcome.sha256, kind: outcome.kind }], now);
      return;
    }
    await appendAudit(tx, {
      subject: `entry:${upload.subject_id}`,
      act: 'entry/checkUpload',
      data: { uploadId: upload.id, state: outcome.state, sha256: outcome.sha256 },
      actor: 'system',
      now,
    });
  });
}
