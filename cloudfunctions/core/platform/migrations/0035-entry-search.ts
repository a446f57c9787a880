import { type Kysely, sql } from 'kysely';

/**
 * What submitted entries are found by, beside them: the entry's own row is written at every move, and its indexes with it. Rows of entries that
 * stand already are made by the job `fillSearch`, by the rule that makes all others. Nothing waits in a pending list of an index, which a search
 * would have to read through.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table entry_search (
    entry_id uuid primary key references entry, region_id text not null references region,
    leader_zh text not null, phone_masked text not null,
    words text not null, tokens text[] not null, title_pairs text[] not null)`.execute(db);
  await sql`create index entry_search_tokens on entry_search using gin (tokens) with (fastupdate = off)`.execute(db);
  await sql`create index entry_search_title on entry_search using gin (title_pairs) with (fastupdate = off)`.execute(
    db,
  );
  await sql`create index entry_search_region on entry_search (region_id, entry_id)`.execute(db);
  // An identity number is looked for by its fingerprint, whatever became of the entry.
  await sql`create index entry_leader_eq on entry (leader_id_eq) where leader_id_eq is not null`.execute(db);
}
