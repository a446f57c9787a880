import { tokens } from '@shared/entry/found-by';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { later } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';
import type { EntryHead } from '../subjects';
import { readSubmission } from '../views/read-submission';
import { type SearchRow, type Sent, searchRow } from './search-row';

/** Keeps what an entry is found by, in the transaction that submits it. */
export const keepSearch = (db: Db, sent: Sent): Promise<void> => {
  const { entry_id, ...row } = searchRow(sent);
  return later(
    db,
    db
      .insertInto('entry_search')
      .values({ entry_id, ...row })
      .onConflict((c) => c.column('entry_id').doUpdateSet(row)),
  );
};

/** Of an entry that is taken back staff find the number and the contact. */
export async function recallSearch(call: Call, head: EntryHead): Promise<void> {
  const submission = await readSubmission(call, head);
  const { entryId, regionId, reference } = head;
  const sent = { entryId, regionId, reference, title: '', uscc: null, recalled: true };
  await keepSearch(call.db, { ...sent, submission: submission && { parts: submission.parts, members: [] } });
}

/** An entry that goes to another region is found by those who serve it there. A draft that staff never got has no row. */
export const moveSearch = (db: Db, { entryId, regionId }: EntryHead, to: string): Promise<void> =>
  later(
    db,
    db
      .updateTable('entry_search')
      .set({
        region_id: to,
        tokens: sql<string[]>`array_replace(tokens, ${tokens.region(regionId)}, ${tokens.region(to)})`,
      })
      .where('entry_id', '=', entryId),
  );

/** Keeps many rows that nobody has made yet, the newest first, behind all that stand. */
export const addSearchRows = (db: Db, rows: readonly SearchRow[]) =>
  db
    .insertInto('entry_search')
    .values(rows.map((row) => ({ ...row, n: sql<number>`nextval('entry_search_before')` })))
    .onConflict((c) => c.column('entry_id').doNothing());
