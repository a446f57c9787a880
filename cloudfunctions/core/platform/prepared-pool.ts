import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isLost } from './database-failure';

/** Statements that are prepared; texts beyond that many (lists of many lengths) are sent plainly. */
const preparedUpTo = 1000;
/** “cached plan must not change result type”: a migration changed a table under a living connection. */
const planOutdated = '0A000';

/**
 * A pool whose statements with parameters are prepared once a connection: the server then parses and plans each text once and
 * not at every call, which halves its work (docs/generated/bench.md). Connections must therefore be to the server itself
 * or to a pooler that keeps prepared statements apart.
 */
export function preparedPool(pool: Pool): PostgresPool {
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  const names = makeNames();
  return {
    async connect() {
      const client = await pool.connect();
      const known = clients.get(client) ?? preparing(client, names);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

type Names = { of(text: string): string | undefined; forget(): void };

function makeNames(): Names {
  let generation = 1;
  const known = new Map<string, string>();
  return {
    of(text) {
      const name = known.get(text);
      if (name !== undefined || known.size >= preparedUpTo) return name;
      known.set(text, `s${generation}-${known.size}`);
      return known.get(text);
    },
    forget() {
      generation += 1;
      known.clear();
    },
  };
}

function preparing(client: PoolClient, names: Names): PostgresPoolClient {
  let lost: unknown = null;
  let begun = false;
  const gather = gathering(client);

  async function query(text: string, parameters: readonly unknown[]): Promise<unknown> {
    // The server itself gives up the transaction of a connection that broke; asking a frozen one would only take its time again.
    if (lost !== null) return text === 'rollback' ? done('ROLLBACK') : Promise.reject(lost);
    if (text === 'begin') {
      // It travels with the transaction's first statement.
      begun = true;
      return done('BEGIN');
    }
    if (begun) {
      begun = false;
      if (text === 'commit' || text === 'rollback') return done(text.toUpperCase());
      gather();
      // What fails here fails the statement behind it too.
      client.query('begin').catch(() => undefined);
    }
    try {
      gather();
      return await send(text, [...parameters]);
    } catch (error) {
      if (!isLost(error)) throw error;
      lost = error;
      if (text === 'rollback') return done('ROLLBACK');
      throw error;
    }
  }

  async function send(text: string, values: unknown[]): Promise<unknown> {
    // Without parameters there is nothing to gain: begin, commit, and the tables of a migration.
    const name = values.length === 0 ? undefined : names.of(text);
    if (name === undefined) return client.query(text, values);
    try {
      return await client.query({ name, text, values });
    } catch (error) {
      if ((error as { code?: unknown }).code !== planOutdated) throw error;
      names.forget();
      // Inside a transaction that is now refused as well; `serve` runs such a transaction again.
      return client.query(text, values).catch(() => Promise.reject(error));
    }
  }
  // Kysely's cursors are not used here. A connection that broke is thrown away, not lent to the next.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(lost !== null) };
}

const done = (command: string) => ({ command, rowCount: 0, rows: [] });

/** Makes a function after which all that is written within this turn leaves in one piece. */
function gathering(client: PoolClient): () => void {
  const { connection } = client as unknown as { connection: { stream: Writable } };
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    const { stream } = connection;
    stream.cork();
    process.nextTick(() => {
      waits = false;
      stream.uncork();
    });
  };
}
