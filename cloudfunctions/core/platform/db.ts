import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { Pool, types } from 'pg';
import { preparedPool } from './prepared-pool';
import type { Database } from './schema';

export type Db = Kysely<Database>;

// One parser, in one place: pg gives int8 as text, dates as local Date objects and instants as Date.
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1082: (text) => text,
  1184: (text) => Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
};

/** How long a connection waits, in milliseconds. */
export type Patience = {
  /** For a connection, new or free: then the caller is told that the system is busy. */
  connect: number;
  /** For one statement, as the server counts it; 0: for ever. */
  statement: number;
  /** For one statement, as we count it: a server that has frozen counts nothing. 0: for ever. */
  answer: number;
  /** For somebody else's lock. */
  lock: number;
  /** Between two statements of a transaction, after which the server gives it up and its locks with it. */
  idle: number;
};

/** For calls, which somebody waits for. */
export const serving: Patience = { connect: 4000, statement: 8000, answer: 9000, lock: 5000, idle: 30_000 };
/** For migrations, seeds and whatever walks through everything. */
export const unhurried: Patience = { connect: 10_000, statement: 0, answer: 0, lock: 0, idle: 0 };

/**
 * Opens a pool on the given server.
 * @param url a PostgreSQL address
 * @param max connections: 1–2 in a cloud function, more in a process that serves many
 */
export const openDatabase = (url: string, max = 10, patience: Patience = serving): Db =>
  databaseOn(preparedPool(openPool(url, max, patience)));

/** Whatever asks for connections of this pool. */
export const databaseOn = (pool: PostgresPool): Db => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

/** The connections alone, whose statements are not prepared; the parameters are those of `openDatabase`. */
export function openPool(url: string, max: number, patience: Patience): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    // What is sent without waiting for what was sent before travels in one round trip (`pipeline.ts`).
    pipeline: true,
    connectionTimeoutMillis: patience.connect,
    statement_timeout: patience.statement,
    query_timeout: patience.answer,
    lock_timeout: patience.lock,
    idle_in_transaction_session_timeout: patience.idle,
    // A firewall that forgot the connection is noticed while nobody waits.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers[oid] ?? types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  });
  // An idle connection that the server drops must not take the process with it; the next query opens a new one.
  pool.on('error', () => undefined);
  // A client in use: its running query rejects, so its caller hears of it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
