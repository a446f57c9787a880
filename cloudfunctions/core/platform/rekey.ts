import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { DataKeys } from './crypto/data-key';
import { open, seal, UnsealError } from './crypto/seal';
import type { Db } from './db';

/** A column that holds values sealed by `seal`. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** The primary key, in its order, with its types. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'int'>>;
  /** What else the place is made of. */
  readonly also?: readonly string[];
  /** A row that the place is made of too: where it stands, which column refers to its `id`, and what of it is needed. */
  readonly parent?: { readonly table: string; readonly by: string; readonly column: string };
  /** Where a row's value belongs, from the columns of `key` and `also`. */
  place(row: Readonly<Record<string, string | number | boolean>>): string;
};

/** Values that are still sealed by another key than the first; `key` is its id. */
export type Remaining = { table: string; column: string; key: string; rows: number };

export type RekeyReport = { renewed: number; remaining: Remaining[] };

type Row = Record<string, string | number> & { was: string };

/** Rows that are held at once, for some milliseconds. */
const rowsHeld = 200;
/** Rows that somebody held meanwhile are come back for so many times, after so many milliseconds. */
const rounds = 4;
const restMs = 500;

/**
 * Seals every value of these columns anew under the first of `keys`, in chunks, while the product serves: a chunk is a transaction of its own that
 * takes only rows that nobody holds and waits for nobody. Begun again after an end half-way it goes on with what is left. What no key
 * opens stays as it is and is told as remaining.
 * @param tell told after each chunk how many values of the column were renewed in this round
 */
export async function rekey(
  db: Db,
  columns: readonly SealedColumn[],
  keys: DataKeys,
  tell: (column: SealedColumn, renewed: number) => void = () => undefined,
  held = rowsHeld,
): Promise<RekeyReport> {
  let renewed = 0;
  for (let round = 1; ; round += 1) {
    const before = renewed;
    for (const column of columns) {
      renewed += await rekeyColumn(db, column, keys, (count) => tell(column, count), held);
    }
    const remaining = await remainingOf(db, columns, keys);
    if (remaining.length === 0 || (renewed === before && round > 1) || round === rounds) return { renewed, remaining };
    await pause(restMs);
  }
}

async function rekeyColumn(
  db: Db,
  column: SealedColumn,
  keys: DataKeys,
  tell: (renewed: number) => void,
  held: number,
): Promise<number> {
  let renewed = 0;
  let after: Row | null = null;
  for (;;) {
    const last: Row | null = after;
    const chunk = await db.transaction().execute(async (tx) => {
      const rows = await oldRows(tx, column, keys, last, held);
      const fresh = rows.flatMap((row) => resealed(row, column, keys));
      if (fresh.length > 0) await write(tx, column, fresh);
      return { rows, renewed: fresh.length };
    });
    renewed += chunk.renewed;
    if (chunk.renewed > 0) tell(renewed);
    after = chunk.rows.at(-1) ?? null;
    if (chunk.rows.length < held) return renewed;
  }
}

/** The next rows after `last` that another key sealed and nobody holds, locked against writers; keys that refer to them are not. */
async function oldRows(tx: Db, column: SealedColumn, keys: DataKeys, last: Row | null, held: number): Promise<Row[]> {
  const names = Object.keys(column.key);
  const refs = sql.join(names.map((name) => sql.ref(name)));
  const wanted = sql.join([...names, ...(column.also ?? [])].map((name) => sql.ref(name)));
  const { parent } = column;
  const above = parent
    ? sql`, (select p.${sql.ref(parent.column)} from ${sql.table(parent.table)} p where p.id = ${sql.ref(parent.by)}) as ${sql.ref(parent.column)}`
    : sql``;
  const beyond = last
    ? sql`and (${refs}) > (${sql.join(Object.entries(column.key).map(([name, type]) => sql`${last[name]}::${sql.raw(type)}`))})`
    : sql``;
  const { rows } = await sql<Row>`
    select ${wanted}${above}, ${sql.ref(column.column)} as was from ${sql.table(column.table)}
    where ${isOld(column, keys)} ${beyond} order by ${refs} limit ${held} for no key update skip locked`.execute(tx);
  return rows;
}

const isOld = (column: SealedColumn, keys: DataKeys) =>
  sql`${sql.ref(column.column)} <> '' and not starts_with(${sql.ref(column.column)}, ${`${keys[0].id}.`})`;

function resealed(row: Row, column: SealedColumn, keys: DataKeys): Array<Row & { fresh: string }> {
  const place = column.place(row);
  try {
    return [{ ...row, fresh: seal(open(row.was, keys, place), keys[0], place) }];
  } catch (error) {
    if (error instanceof UnsealError) return [];
    throw error;
  }
}

async function write(tx: Db, column: SealedColumn, rows: ReadonlyArray<Row & { fresh: string }>): Promise<void> {
  const shape = Object.entries({ ...column.key, was: 'text', fresh: 'text' });
  await sql`update ${sql.table(column.table)} t set ${sql.ref(column.column)} = v.fresh
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v(${sql.join(shape.map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`))})
    where ${sql.join(
      Object.keys(column.key).map((name) => sql`t.${sql.ref(name)} = v.${sql.ref(name)}`),
      sql` and `,
    )} and t.${sql.ref(column.column)} = v.was`.execute(tx);
}

async function remainingOf(db: Db, columns: readonly SealedColumn[], keys: DataKeys): Promise<Remaining[]> {
  const each = columns.map(
    (column) => sql`select ${column.table}::text as table, ${column.column}::text as column,
      split_part(${sql.ref(column.column)}, '.', 1) as key, count(*) as rows
      from ${sql.table(column.table)} where ${isOld(column, keys)} group by 3`,
  );
  const { rows } = await sql<Remaining>`${sql.join(each, sql` union all `)} order by 1, 2, 3`.execute(db);
  return rows;
}
