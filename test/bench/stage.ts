import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { areas } from '../../cloudfunctions/core/areas';
import { type Db, openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { makeHttpApp } from '../../cloudfunctions/host/http/http-app';
import { listen } from '../../cloudfunctions/host/listen';
import { removeCluster } from '../../cloudfunctions/host/postgres/remove-cluster';
import { startCluster } from '../../cloudfunctions/host/postgres/start-cluster';
import { createTemplate, freshDatabase, teardown } from '../support/postgres';
import { prepareTemplate } from '../support/prepare-template';
import { freshServer, type TestServer } from '../support/server';

/** One size of the contest: a database of its own, the server on it, its HTTP address, and one bare connection. */
export type Stage = {
  size: number;
  server: TestServer;
  address: string;
  bare: Client;
  /** For what fills it, which no patience of a call's ends. */
  filling: Db;
  close(): Promise<void>;
};

/**
 * Starts a PostgreSQL that keeps its promises (fsync, synchronous commit) in a temporary folder, or takes the one that
 * DATABASE_URL names, with a migrated template in it.
 */
export async function openStages(): Promise<{ version: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-bench-'));
  const own = process.env.DATABASE_URL === undefined;
  process.env.XINGHUO_TEST_PG = process.env.DATABASE_URL ?? (await startCluster({ dataFolder: folder })).url;
  await createTemplate(prepareTemplate);
  const { url, drop } = await freshDatabase();
  const db = openDatabase(url, 1, unhurried);
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  await db.destroy();
  await drop();
  return {
    version: rows[0]?.server_version ?? '',
    async close() {
      if (own) await removeCluster(folder);
      else await teardown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function openStage(size: number): Promise<Stage> {
  const server = await freshServer();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(server.db);
  const url = new URL(process.env.XINGHUO_TEST_PG ?? '');
  url.pathname = `/${rows[0]?.name}`;
  const bare = new Client({ connectionString: url.toString() });
  await bare.connect();
  // The server that goes first would hide what went wrong before.
  bare.on('error', () => undefined);
  const filling = openDatabase(url.toString(), 2, unhurried);
  const app = makeHttpApp({
    home: server.home,
    serve: server.serve,
    areas,
    moveClock: async () => undefined,
    pages: tmpdir(),
  });
  const { server: http, address } = await listen(app, '127.0.0.1', 0);
  return {
    size,
    server,
    address,
    bare,
    filling,
    async close() {
      await closeHttp(http);
      await bare.end();
      await filling.destroy();
      await server.close();
    },
  };
}

function closeHttp(http: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeAllConnections();
  return closed;
}
