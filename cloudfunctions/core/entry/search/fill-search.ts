import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import type { Home } from '../../rpc/home';
import { addSearchRows, keepSearch } from './keep-search';
import { type Frozen, type Sent, searchRow } from './search-row';

const atOnce = 500;
const beyondAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

type Row = {
  id: string;
  region_id: string;
  reference: string | null;
  title: string;
  sent_uscc: string | null;
  recalled: boolean;
  parts: Frozen['parts'] | null;
  members: Frozen['members'] | null;
};

/**
 * Makes what entries are found by for those that were submitted before there was a search: some at a time, each part in a transaction of its own, so
 * that a worker that is stopped goes on from there. Once all have it there is nothing to do.
 * @returns how many were made
 */
export async function fillSearch({ db }: Pick<Home, 'db'>): Promise<number> {
  let made = 0;
  let before: string | undefined = beyondAll;
  while (before !== undefined) {
    const place: string = before;
    const ids = await db.transaction().execute((tx) => fillSome(tx, place));
    made += ids.length;
    before = ids.at(-1);
  }
  return made;
}

/**
 * The entries' rows are locked, or one that is submitted again meanwhile would be kept as it was. The newest come first and their numbers count
 * downward, so that all are behind what was submitted since.
 */
async function fillSome(tx: Db, before: string): Promise<string[]> {
  const { rows } = await sent(sql`e.id < ${before} and e.first_submitted_at is not null
      and not exists (select from entry_search f where f.entry_id = e.id)
    order by e.id desc limit ${atOnce} for update of e`).execute(tx);
  if (rows.length === 0) return [];
  await addSearchRows(
    tx,
    rows.map((row) => searchRow(asSent(row))),
  ).execute();
  return rows.map(({ id }) => id);
}

/** Makes one entry's anew of what its latest submission says by now. */
export async function remakeSearch(tx: Db, entryId: string): Promise<void> {
  const { rows } = await sent(
    sql`e.id = ${entryId} and exists (select from entry_search f where f.entry_id = e.id)`,
  ).execute(tx);
  for (const row of rows) await keepSearch(tx, asSent(row));
}

/** Entries with what they sent last. @param which a condition over `e`, with what may follow it */
const sent = (which: ReturnType<typeof sql>) => sql<Row>`
    select e.id, e.region_id, e.reference, e.title, e.sent_uscc, e.recalled_at is not null as recalled,
      s.data -> 'parts' as parts, s.data -> 'members' as members
    from entry e
      left join lateral (select n.data from snapshot n where n.subject_id = e.id order by n.n desc limit 1) s on true
    where ${which}`;

const asSent = ({ id, region_id, sent_uscc, parts, members, ...row }: Row): Sent => ({
  ...row,
  entryId: id,
  regionId: region_id,
  uscc: sent_uscc,
  submission: parts && { parts, members: members ?? [] },
});
