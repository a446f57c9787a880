import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from '../../cloudfunctions/core/areas';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { type Db, openDatabase } from '../../cloudfunctions/core/platform/db';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { openDiskStorage } from '../../cloudfunctions/core/platform/storage/disk-storage';
import { openDiskSealBook } from '../../cloudfunctions/core/platform/storage/seal-book';
import type { StreamingHome } from '../../cloudfunctions/core/rpc/home';
import { makeServe, type Reply, type Serve } from '../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { type FixedClock, fixedClock } from './fixed-clock';
import { freshDatabase } from './postgres';

export type TestServer = {
  home: StreamingHome;
  db: Db;
  clock: FixedClock;
  serve: Serve;
  /** Calls as a persona, a person's id, or null for a visitor; a fresh key unless one is given. Answers the whole reply. */
  call(as: string | null, path: string, input?: unknown, key?: string): Promise<Reply>;
  /** As `call`, but insists on success and answers the data. */
  ask<T = Record<string, unknown>>(as: string | null, path: string, input?: unknown, key?: string): Promise<T>;
  /** What went wrong in the server itself (500s); empty after a good test. */
  faults: object[];
  close(): Promise<void>;
};

/**
 * A server of its own on a fresh database, a temporary disk and a clock that stands still.
 * @param served other areas than the product's own
 */
export async function freshServer(served = areas): Promise<TestServer> {
  const { url, drop } = await freshDatabase();
  const server = await serverOn(url, undefined, served);
  return {
    ...server,
    async close() {
      await server.close();
      await drop();
    },
  };
}

/**
 * The same on a database that others use too, such as the functions of a test's cloud, to arrange there what a test needs.
 * @param dataKey theirs, when they are to read what is sealed
 */
export async function serverOn(url: string, dataKey?: string, served = areas): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-test-'));
  const db = openDatabase(url, 8);
  const clock = fixedClock();
  const faults: object[] = [];
  let keys = 0;
  let seed = 1;
  const home: StreamingHome = {
    mode: 'demo',
    db,
    ...readKeys({ XINGHUO_DATA_KEY: dataKey }, { mode: 'demo', dataFolder: folder }),
    storage: await openDiskStorage(join(folder, 'files')),
    sealBook: openDiskSealBook(join(folder, 'audit-seals')),
    wechat: null,
    templateIds: {},
    uploadRoute: ({ uploadId }) => ({ kind: 'multipart', url: `/files/${uploadId}`, fields: {} }),
    fileAddress: async ({ uploadId, expiresAt }) => `/files/${uploadId}?until=${expiresAt}`,
    now: clock.now,
    // Deterministic, and different at each call.
    random: (n) => {
      seed = (seed * 48271) % 2147483647;
      let x = seed;
      return Uint8Array.from({ length: n }, () => {
        x = (x * 48271) % 2147483647;
        return x & 255;
      });
    },
    wake: () => undefined,
    runsOn: false,
    log: { info: () => undefined, error: (fields) => faults.push(fields) },
  };
  const serve = makeServe(home, served);
  const sessions = new Map<string, Promise<string>>();
  const sessionOf = (as: string): Promise<string> => {
    const id = as.includes('-') && as.length === 36 ? as : personaId(as);
    const known = sessions.get(id) ?? openSession(db, id, clock.now(), home.random);
    sessions.set(id, known);
    return known;
  };
  const call: TestServer['call'] = async (as, path, input = {}, key) => {
    keys += 1;
    const ownKey = `test-key-${keys}`;
    const credential =
      as === null ? ({ kind: 'none' } as const) : ({ kind: 'session', token: await sessionOf(as) } as const);
    return serve({ path, input, key: key ?? ownKey, credential, caller: 'test' });
  };
  return {
    home,
    db,
    clock,
    serve,
    call,
    faults,
    async ask<T>(as: string | null, path: string, input?: unknown, key?: string): Promise<T> {
      const { body } = await call(as, path, input, key);
      if (!body.ok)
        throw new Error(`${path} was refused: ${JSON.stringify(body.error)} ${JSON.stringify(faults.at(-1) ?? '')}`);
      return body.data as T;
    },
    async close() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
