import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Content } from '../../platform/storage/storage';

/** Keeps everybody else from naming or erasing these contents until the transaction ends; always in one order, so that no two wait for each other. */
export async function lockContents(tx: Db, names: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('content:' || name, 0))
    from (select unnest(${[...names].sort()}::text[]) as name) n`.execute(tx);
}

/**
 * Lets an upload that is being checked name the bytes it is about to settle, so that they are not erased on the way. False when bytes of this name
 * are being erased at this moment: the check is made again a little later.
 */
export function nameContent(db: Db, uploadId: string, { sha256, kind }: Content): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await lockContents(tx, [sha256]);
    const erasing = await tx
      .selectFrom('file_leaving')
      .select('name')
      .where('name', '=', sha256)
      .where('erasing_at', 'is not', null)
      .executeTakeFirst();
    if (erasing) return false;
    await tx
      .updateTable('upload')
      .set({ sha256, kind })
      .where('id', '=', uploadId)
      .where('state', '=', 'checking')
      .execute();
    return true;
  });
}
