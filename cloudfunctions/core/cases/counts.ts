import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { later } from '../platform/pipeline';
import type { Home } from '../rpc/home';
import type { Counted } from './noun';

/** A row as counts see it: its state and the values of the counted columns, by column. */
export type Counts = { state: string; place: Readonly<Record<string, unknown>> };

export type Delta = Readonly<Record<string, unknown>> & { state: string; delta: number };

/** Where a subject counts. `set` has columns that are about to change. */
export function placeOf<Subject>(
  { columns }: Counted<Subject>,
  subject: Subject,
  set: Readonly<Record<string, unknown>> = {},
): Counts['place'] {
  return Object.fromEntries(
    Object.entries(columns).map(([column, property]) => [column, set[column] ?? subject[property]]),
  );
}

/**
 * The deltas that count a row where it now is and no more where it was; null: it is new, or gone. The number of rows is the sum of such
 * deltas, so that two changes never wait for each other.
 */
export function deltasOf({ columns }: Pick<Counted<never>, 'columns'>, was: Counts | null, is: Counts | null): Delta[] {
  if (was && is && was.state === is.state && Object.keys(columns).every((c) => was.place[c] === is.place[c])) return [];
  return [
    ...(was ? [{ ...was.place, state: was.state, delta: -1 }] : []),
    ...(is ? [{ ...is.place, state: is.state, delta: 1 }] : []),
  ];
}

/** Counts a row by a statement of its own. */
export async function count(
  db: Db,
  counted: Pick<Counted<never>, 'table' | 'columns'>,
  was: Counts | null,
  is: Counts | null,
): Promise<void> {
  const deltas = deltasOf(counted, was, is);
  if (deltas.length > 0) await later(db, insertDeltas(db, counted, deltas));
}

/** The same as a part of another statement. */
export const insertDeltas = (db: Pick<Db, 'insertInto'>, { table }: Pick<Counted<never>, 'table'>, deltas: Delta[]) =>
  db.insertInto(table as 'entry_count').values(deltas as never);

/**
 * Folds the deltas of kept counts into one row each, so that summing stays as quick after a million moves as after none. One statement:
 * a reader sees the rows before or after, and of two folders at once the second finds nothing.
 */
export async function foldCounts(home: Home, counted: Pick<Counted<never>, 'table' | 'columns'>): Promise<void> {
  const table = sql.table(counted.table);
  const by = sql.join(['state', ...Object.keys(counted.columns)].map((column) => sql.ref(column)));
  await sql`
    with gone as (delete from ${table} returning ${by}, delta)
    insert into ${table} (${by}, delta) select ${by}, sum(delta) from gone group by ${by} having sum(delta) <> 0`.execute(
    home.db,
  );
}
