/**
 * Databases that go from test to test. To copy one, to open connections to it and to have each of them learn its tables and statements anew costs more
 * than most tests do; to take back what a test wrote costs some milliseconds. So a database is lent with its connections, and when it comes
 * back its rows are made those that it began with.
 */
import type { Pool } from 'pg';
import { type Db, databaseOn, openPool, serving } from '../../cloudfunctions/core/platform/db';
import { preparedPool } from '../../cloudfunctions/core/platform/prepared-pool';
import { copyOf, templateName } from './postgres';

/** A database that stands as its template does, until it is given back. */
export type Lent = { db: Db; giveBack(): Promise<void> };

type Warm = {
  pool: Pool;
  /** Puts the rows back, on a connection of its own. */
  keeper: Pool;
  prepared: ReturnType<typeof preparedPool>;
  restore: () => Promise<boolean>;
  drop(): Promise<void>;
  uses: number;
};

/** After so many tests the tables are long with what lay in them. */
const mostUses = 60;
const idle: Warm[] = [];

/** Lends a database with editions and personas and no entry, as `freshDatabase` copies it. */
export async function lendDatabase(): Promise<Lent> {
  const warm = idle.pop() ?? (await openWarm());
  warm.uses += 1;
  let over = false;
  const db = databaseOn({
    // Whoever still writes after the end would write into another's test.
    connect: async () => {
      if (over) throw new Error('This database was given back.');
      return warm.prepared.connect();
    },
    end: async () => undefined,
  });
  return {
    db,
    async giveBack() {
      over = true;
      if (await isAsFound(warm)) idle.push(warm);
      else await discard(warm);
    },
  };
}

async function openWarm(): Promise<Warm> {
  const { url, drop } = await copyOf(templateName());
  const pool = openPool(url, 8, serving);
  // The run may end while it lies here.
  pool.options.allowExitOnIdle = true;
  const keeper = openPool(withoutTriggers(url), 1, serving);
  keeper.options.allowExitOnIdle = true;
  const prepared = preparedPool(pool);
  return { pool, keeper, prepared, drop, uses: 0, restore: await keepRows(pool, keeper) };
}

/**
 * Connections on which no key and no trigger looks on, from their beginning to their end: a connection that changes to it, or back, forgets how each of its statements is planned,
 * and to plan one takes ten times as long as to run it.
 */
function withoutTriggers(url: string): string {
  const one = new URL(url);
  one.searchParams.set('options', '-c session_replication_role=replica');
  return one.toString();
}

async function discard({ pool, keeper, drop }: Warm): Promise<void> {
  const ended = Promise.all([pool.end(), keeper.end()]);
  await drop();
  await ended.catch(() => undefined);
}

async function isAsFound(warm: Warm): Promise<boolean> {
  const { pool, restore, uses } = warm;
  if (uses >= mostUses || pool.idleCount < pool.totalCount) return false;
  return restore().catch(() => false);
}

type Table = { name: string; columns: string; rows: number };
type Sequence = { name: string; last: string; called: boolean };

/** Remembers all rows as they stand. Answers what brings them back, and whether it could: not where somebody changed the tables themselves. */
async function keepRows(pool: Pool, keeper: Pool): Promise<() => Promise<boolean>> {
  const tables = await readTables(pool);
  const sequences = await readSequences(pool);
  const full = tables.filter(({ rows }) => rows > 0);
  const copies = full.map(({ name }) => `create table kept.${name} as table public.${name};`);
  await pool.query(`create schema kept; ${copies.join('')}`);
  // A row that was added or changed has a transaction's number above the last one's; where one was deleted, there are fewer. Two in three tables begin empty: there any row is new.
  const changed = tables.map(({ name, rows }) =>
    rows === 0
      ? `select '${name}' as name where exists (select from public.${name})`
      : `select '${name}' as name from public.${name} having count(*) <> ${rows} or max(xmin::text::bigint) > $1`,
  );
  const otherwise = ['pg_class', 'pg_statistic'].map(
    (catalog) => `select null from pg_catalog.${catalog} having max(xmin::text::bigint) > $1`,
  );
  const find = { name: 'changed', text: [...changed, ...otherwise].join(' union all ') };
  const settle = `${sequences.map(({ name, last, called }) => `select setval('${name}', ${last}, ${called});`).join('')}
    select pg_current_xact_id()::text as last; commit`;
  const restoring = new Map(tables.map((table) => [table.name, restoringOf(table)]));
  let last = await write('');

  async function write(statements: string): Promise<string> {
    const answers = await keeper.query(`begin; ${statements} ${settle}`);
    return (answers as unknown as Array<{ rows: Array<{ last: string }> }>).at(-2)?.rows[0]?.last ?? '';
  }

  return async () => {
    const { rows } = await pool.query<{ name: string | null }>({ ...find, values: [last] });
    if (rows.some(({ name }) => name === null)) return false;
    last = await write(rows.map(({ name }) => restoring.get(name ?? '') ?? '').join(''));
    return true;
  };
}

const restoringOf = ({ name, columns, rows }: Table): string =>
  `delete from public.${name};${
    rows === 0
      ? ''
      : `insert into public.${name} (${columns}) overriding system value select ${columns} from kept.${name};`
  }`;

async function readTables(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<Omit<Table, 'rows'>>(`select c.relname as name, columns
    from pg_class c, lateral (select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') a
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`);
  const counts = rows.map(({ name }) => `select '${name}' as name, count(*)::int as rows from public.${name}`);
  const { rows: counted } = await pool.query<{ name: string; rows: number }>(counts.join(' union all '));
  const countOf = new Map(counted.map(({ name, rows }) => [name, rows]));
  return rows.map((table) => ({ ...table, rows: countOf.get(table.name) ?? 0 }));
}

async function readSequences(pool: Pool): Promise<Sequence[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  );
  const reads = rows.map(
    ({ name }) => `select '${name}' as name, last_value as last, is_called as called from public.${name}`,
  );
  return (await pool.query<Sequence>(reads.join(' union all '))).rows;
}
