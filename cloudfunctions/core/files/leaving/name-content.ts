import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Content } from '../../platform/storage/storage';

/** Keeps everybody else from naming or erasing these contents until the transaction ends; always in one order, so that no two wait for each other. */
export async function lockContents(tx: Db, names: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('content:' || name, 0))
    from (select unnest(${[...names].sort()}::text[]) as name) n`.execute(tx);
}

/**
 * Keeps contents from being erased until the transaction ends, whose rows name them by then. False when bytes of one of these names
 * are being erased at this moment.
 */
export async function keepContents(tx: Db, names: readonly string[]): Promise<boolean> {
  await lockContents(tx, names);
  const erasing = await tx
    .selectFrom('file_leaving')
    .select('name')
    .where('name', 'in', names)
    .where('erasing_at', 'is not', null)
    .executeTakeFirst();
  return erasing === undefined;
}

/**
 * Lets an upload that is being checked name the bytes it is about to settle, so that they are not erased on the way. False when bytes of this name
 * are being erased at this moment: the check is made again a little later.
 */
export function nameContent(db: Db, uploadId: string, { sha256, kind }: Content): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    if (!(await keepContents(tx, [sha256]))) return false;
    await tx
      .updateTable('upload')
      .set({ sha256, kind })
      .where('id', '=', uploadId)
      .where('state', '=', 'checking')
      .execute();
    return true;
  });
}
