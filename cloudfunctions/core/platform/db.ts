import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Pool, types } from 'pg';
import { preparedPool } from './prepared-pool';
import type { Database } from './schema';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

// One parser, in one place: pg gives int8 as text, dates as local Date objects and instants as Date.
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1082: (text) => text,
  1184: (text) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
};

/**
 * Opens a pool on the given server.
 * @param url a PostgreSQL address
 * @param max connections: 1–2 in a cloud function, more in a process that serves many
 */
export function openDatabase(url: string, max = 10): Db {
  const pool = new Pool({
    connectionString: url,
    max,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  });
  // An idle connection that the server drops must not take the process with it; the next query opens a new one.
  pool.on('error', () => undefined);
  // Nor one in use: whoever uses it is told by the query under way, which rejects.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) });
}
