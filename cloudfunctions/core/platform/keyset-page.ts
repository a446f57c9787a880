import { isUuid } from '@shared/kernel/id';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { decodeCursor, encodeCursor, type Place } from './cursor';

/** Rows on a page of any list. */
const pageSize = 20;

export type KeysetList<Row> = {
  /** Everything that decides which rows there are and in which order; plain JSON. */
  filter: unknown;
  /** As the caller sent it; none for the first page. */
  cursor: string | null | undefined;
  /** The value that the list is sorted by before the id. */
  sort(row: Row): Place['value'];
  /** Whether this can be such a value: a cursor is ours and yet comes from outside. */
  fits(value: Place['value']): boolean;
  /** The first `limit` rows, or those beyond a place. */
  read(place: Place | null, limit: number): Promise<readonly Row[]>;
};

/**
 * A value that the database does not look at as it plans a page: it then plans it once and for all. Where a plan made for this very value seems the cheaper one,
 * it makes one at every call, which takes longer than reading. A limit is written into a statement for the same reason (`sql.lit`).
 */
export const unseen = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select ${value})`;

/** The ids that these statements find, each by one read of an index; none where there are no statements. */
export const idsOf = (reads: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  reads.length === 0
    ? sql`select null::uuid where false`
    : sql.join(
        reads.map((read) => sql`(${read})`),
        sql` union all `,
      );

/**
 * Reads one page of a list by keyset, with the cursor of the next; null where it was the last.
 * Throws Refused CURSOR_OUTDATED for a cursor of another list or filter; the procedure declares it.
 */
export async function keysetPage<Row extends { id: string }>(
  call: Call,
  { filter, cursor, sort, fits, read }: KeysetList<Row>,
): Promise<{ rows: Row[]; next: string | null }> {
  const { keys } = call.home;
  const place = decodeCursor(keys, filter, cursor);
  if (place && !(isUuid(place.id) && fits(place.value))) throw new Refused('CURSOR_OUTDATED');
  const found = await read(place, pageSize + 1);
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  return { rows, next: last ? encodeCursor(keys, filter, sort(last), last.id) : null };
}
