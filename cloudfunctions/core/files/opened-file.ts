import type { Db } from '../platform/db';
import type { Content } from '../platform/storage/storage';

export type OpenedFile = Content & { name: string; size: number };

/** What has to be known to hand out an accepted file; null for any other upload, and for one that was deleted since its address was given. `size` in bytes. */
export async function openedFile(db: Db, uploadId: string): Promise<OpenedFile | null> {
  const row = await db
    .selectFrom('upload')
    .select(['sha256', 'kind', 'name', 'size'])
    .where('id', '=', uploadId)
    .where('state', '=', 'accepted')
    .where((is) => is.or([is('removed_at', 'is', null), is('frozen_in', 'is not', null)]))
    .executeTakeFirst();
  if (!row || row.sha256 === null || row.kind === null || row.size === null) return null;
  return { sha256: row.sha256, kind: row.kind, name: row.name, size: row.size };
}
