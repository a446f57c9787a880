import { sql } from 'kysely';
import { appendAudit } from '../platform/audit/audit';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';
import { type FileOwner, type FileOwners, ownerOf } from './file-owner';
import { type Checking, judgeUpload, type Outcome } from './judge-upload';
import { leaveFiles } from './leaving/leave-files';
import type { UploadRow } from './upload-rows';

/**
 * How long one check may take before somebody else makes it anew, in milliseconds: neither a crash nor a lost database may leave a file
 * unchecked for long. Two checks of one file do no harm: the first to write its outcome down is believed.
 */
const leaseMs = 60_000;
/** How far the clocks of two workers may lie apart, in milliseconds. */
const clocksApartMs = 60_000;

/**
 * Checks one upload that waits in `checking`: judges what was received, settles what passes, and writes down the outcome if it still
 * waits then. No transaction is open while the file is read. Throws when it cannot be judged now (the storage does not answer).
 * @returns false when there was nothing to do, or somebody else is at it or was done with it first
 */
export async function checkUpload(home: Checking, owners: FileOwners, uploadId: string, now: number): Promise<boolean> {
  const until = now + leaseMs;
  const leased = await lease(home, uploadId, now, until);
  if (!leased) return false;
  const { subject_kind, ...upload } = leased;
  try {
    const owner = ownerOf(owners, subject_kind);
    const slot = await owner.slot(home.db, upload.subject_id, upload.slot);
    if (!slot) throw new Error(`The slot ${upload.slot} of an upload is gone.`);
    await record(home, owner, upload, await judgeUpload(home, upload, slot), now);
  } catch (error) {
    if (await giveBack(home, uploadId, until)) throw error;
    // Whoever took it over when the lease had run out took the file away under our hands: that is no fault.
    return false;
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

/** Ends one's own lease; false when the upload is settled, or somebody else's by now. */
async function giveBack(home: Checking, uploadId: string, until: number): Promise<boolean> {
  const { numUpdatedRows } = await home.db
    .updateTable('upload')
    .set({ checking_until: null })
    .where('id', '=', uploadId)
    .where('state', '=', 'checking')
    .where(sql<boolean>`checking_until = ${at(until)}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/**
 * A lease beyond any that we give counts for nothing, since the demo's clock can be moved back; one by a clock that is a little ahead of ours, or
 * by a worker that looked at its clock after us, does count.
 */
const lease = (
  home: Checking,
  uploadId: string,
  now: number,
  until: number,
): Promise<(UploadRow & { subject_kind: string }) | undefined> =>
  home.db
    .updateTable('upload')
    .from('subject')
    .set({ checking_until: at(until) })
    .whereRef('subject.id', '=', 'upload.subject_id')
    .where('upload.id', '=', uploadId)
    .where('upload.state', '=', 'checking')
    .where(
      sql<boolean>`(checking_until is null or checking_until <= ${at(now)} or checking_until > ${at(until + clocksApartMs)})`,
    )
    .returningAll('upload')
    .returning('subject.kind as subject_kind')
    .executeTakeFirst();

async function record(
  home: Checking,
  { kind, lock }: FileOwner,
  upload: UploadRow,
  outcome: Outcome,
  now: number,
): Promise<void> {
  await home.db.transaction().execute(async (tx) => {
    // Whoever writes into a subject's audit chain holds its lock, and takes it before any other.
    await lock(upload.subject_id).execute(tx);
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
      subject: `${kind}:${upload.subject_id}`,
      act: `${kind}/checkUpload`,
      data: { uploadId: upload.id, state: outcome.state, sha256: outcome.sha256 },
      actor: 'system',
      now,
    });
  });
}
