import { sql } from 'kysely';
import { at } from '../platform/schema';
import type { Content } from '../platform/storage/storage';
import { type Call, me } from '../rpc/call';
import type { Outside } from '../rpc/procedure';
import { leaveFiles } from './leaving/leave-files';
import { nameContent } from './leaving/name-content';

/** How long the making of a file may take before it counts as broken off, in milliseconds. */
const makingMs = 60_000;

/** A file of a subject that is being made here. */
export type Making = { uploadId: string; storageKey: string; name: string };

/** Begins a file of a subject that is made here and not sent: it waits as one that is checked, and is refused when nobody brings its bytes. */
export async function beginMade(call: Call, subjectId: string, slot: string, name: string): Promise<Making> {
  const uploadId = call.newId();
  const storageKey = `${uploadId}-made`;
  await sql`insert into upload (id, subject_id, slot, version, name, declared_size, state, storage_key, begun_by, begun_at, checking_until)
    select ${uploadId}, ${subjectId}, ${slot}, 1 + coalesce(max(version), 0), ${name}, 0, 'checking', ${storageKey}, ${me(call)},
      ${at(call.now)}, ${at(call.now + makingMs)}
    from upload where subject_id = ${subjectId} and slot = ${slot}`.execute(call.db);
  return { uploadId, storageKey, name };
}

/**
 * Brings the bytes of a file that was begun, as they come: received, hashed, settled and named, as what people send. Outside any transaction.
 * @returns their content; null when it counts as broken off by now
 */
export async function keepMade(
  { db, storage }: Pick<Outside, 'db' | 'storage'>,
  { uploadId, storageKey }: Making,
  kind: Content['kind'],
  source: AsyncIterable<Uint8Array>,
  now: number,
): Promise<Content | null> {
  await storage.bring(storageKey, source);
  const file = await storage.take(storageKey, { maxBytes: Number.MAX_SAFE_INTEGER });
  const content = { sha256: await file.sha256(), kind };
  if (!(await nameContent(db, uploadId, content))) return null;
  await file.settle(content);
  const { numUpdatedRows } = await db
    .updateTable('upload')
    .set({
      state: 'accepted',
      size: file.size,
      received_sha256: content.sha256,
      ...content,
      finished_at: at(now),
      checking_until: null,
    })
    .where('id', '=', uploadId)
    .where('state', '=', 'checking')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    await leaveFiles(db, [{ name: content.sha256, kind }], now);
    return null;
  }
  await storage.discard(storageKey);
  return content;
}
