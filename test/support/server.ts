import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { areas } from '../../cloudfunctions/core/areas';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { type Db, openDatabase } from '../../cloudfunctions/core/platform/db';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { openDiskStorage } from '../../cloudfunctions/core/platform/storage/disk-storage';
import { openDiskSealBook } from '../../cloudfunctions/core/platform/storage/seal-book';
import type { StreamingHome } from '../../cloudfunctions/core/rpc/home';
import { makeServe, type Reply, type Serve } from '../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { type FixedClock, fixedClock, fixedNow } from './fixed-clock';
import { lendDatabase } from './lent-databases';
import { copyOf, freshDatabase, keepAsTemplate } from './postgres';

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
  const { db, giveBack } = await lendDatabase();
  const { server } = await open(db, { served });
  return droppedAtEnd(server, giveBack);
}

/** What a server goes on from: what lay on its disk, how often it made a key and its randomness, and the time. */
type Standing = { files: ReadonlyMap<string, Buffer>; keys: number; seed: number; now: number };
type Kept = { database: string; standing: Standing; made: unknown };

const begun: Standing = { files: new Map(), keys: 0, seed: 1, now: fixedNow };
const kept = new Map<string, Promise<Kept>>();

/**
 * A server on which something was made, such as a world: the first who asks by that name makes it, by the calls that people use; whoever asks later
 * in the same run has a copy of what came of it, and leaves nothing in it for others.
 * @param make answers what can be written as JSON
 */
export async function serverAfter<Made>(
  name: string,
  make: (server: TestServer) => Promise<Made>,
): Promise<{ server: TestServer; made: Made }> {
  const known = kept.get(name) ?? makeOnce(make);
  kept.set(name, known);
  const { database, standing, made } = await known;
  const { url, drop } = await copyOf(database);
  const { server } = await open(openDatabase(url, 8), { standing });
  return { server: droppedAtEnd(server, drop), made: structuredClone(made) as Made };
}

async function makeOnce(make: (server: TestServer) => Promise<unknown>): Promise<Kept> {
  const { url } = await freshDatabase();
  const { server, stands } = await open(openDatabase(url, 8));
  const made = await make(server);
  if (server.faults.length > 0) throw new Error(JSON.stringify(server.faults));
  const standing = stands();
  await server.close();
  return { database: await keepAsTemplate(url), standing, made };
}

const droppedAtEnd = (server: TestServer, drop: () => Promise<void>): TestServer => ({
  ...server,
  async close() {
    await server.close();
    await drop();
  },
});

function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

/**
 * The same on a database that others use too, such as the functions of a test's cloud, to arrange there what a test needs.
 * @param dataKey theirs, when they are to read what is sealed
 */
export async function serverOn(url: string, dataKey?: string, served = areas): Promise<TestServer> {
  return (await open(openDatabase(url, 8), { dataKey, served })).server;
}

type Opening = { dataKey?: string | undefined; served?: typeof areas; standing?: Standing };

async function open(
  db: Db,
  { dataKey, served = areas, standing = begun }: Opening = {},
): Promise<{ server: TestServer; stands(): Standing }> {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-test-'));
  for (const [name, bytes] of standing.files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const clock = fixedClock(standing.now);
  const faults: object[] = [];
  let { keys, seed } = standing;
  const home: StreamingHome = {
    mode: 'demo',
    db,
    ...readKeys({ XINGHUO_DATA_KEY: dataKey }, { mode: 'demo', dataFolder: folder }),
    storage: await openDiskStorage(join(folder, 'files')),
    sealBook: openDiskSealBook(join(folder, 'audit-seals')),
    wechat: null,
    contentCheck: null,
    templateIds: {},
    sms: null,
    textTemplateIds: {},
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
  const server: TestServer = {
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
  return { server, stands: () => ({ files: filesIn(folder), keys, seed, now: clock.now() }) };
}
