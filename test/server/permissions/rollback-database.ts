import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import { type Db, openDatabase, unhurried } from '../../../cloudfunctions/core/platform/db';
import type { TestServer } from '../../support/server';

/** A database of one connection inside one long transaction: whatever a call commits can be taken back. */
export type RollbackDatabase = {
  db: Db;
  /** Runs, and takes back whatever was written meanwhile when `keep` says no (the default). */
  attempt<T>(run: () => Promise<T>, keep?: (result: T) => boolean): Promise<T>;
  close(): Promise<void>;
};

/**
 * Opens the test server's database a second time, on one connection. `serve` runs on it as ever, except that its transactions are
 * savepoints, so a thousand calls can be tried from one and the same state.
 */
export async function openRollbackDatabase(server: TestServer): Promise<RollbackDatabase> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(server.db);
  const url = new URL(process.env.XINGHUO_TEST_PG ?? '');
  url.pathname = `/${rows[0]?.name}`;
  const pool = openDatabase(url.toString(), 1, unhurried);
  // Held for as long as the test lasts: an idle connection would be closed, and the transaction with it.
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const one = await new Promise<Db>((resolve, reject) => {
    pool
      .connection()
      .execute(async (held) => {
        resolve(held);
        await released;
      })
      .catch(reject);
  });
  const say = (statement: RawBuilder<unknown>) => statement.execute(one);
  let failure: unknown = null;
  /** Sent without waiting: it travels with the statement behind it. What goes wrong is told by the next `attempt` or `close`. */
  const mention = (words: string) =>
    one.getExecutor().provideConnection(async (connection) => {
      connection.executeQuery(CompiledQuery.raw(words)).catch((error: unknown) => {
        failure ??= error;
      });
    });
  const insistNothingFailed = () => {
    if (failure !== null) throw failure;
  };
  await say(sql`begin`);

  async function inSavepoint(run: (tx: Db) => Promise<unknown>): Promise<unknown> {
    await mention('savepoint of_serve');
    try {
      const result = await run(one);
      await say(sql`release savepoint of_serve`);
      return result;
    } catch (error) {
      await mention('rollback to savepoint of_serve');
      throw error;
    }
  }

  const db = new Proxy(one, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute: inSavepoint });
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

  return {
    db,
    async attempt(run, keep = () => false) {
      insistNothingFailed();
      await mention('savepoint of_test');
      let kept = false;
      try {
        const result = await run();
        kept = keep(result);
        return result;
      } finally {
        // A savepoint outlives the way back to it: unless it is released too, a thousand tries stand a thousand deep, and every row asks all of them.
        await mention(`${kept ? '' : 'rollback to savepoint of_test; '}release savepoint of_test`);
      }
    },
    async close() {
      await say(sql`rollback`);
      release();
      await pool.destroy();
      insistNothingFailed();
    },
  };
}
