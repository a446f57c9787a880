import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from '../../../cloudfunctions/core/areas';
import { makeTick } from '../../../cloudfunctions/core/line/tick';
import { readKeys } from '../../../cloudfunctions/core/platform/crypto/keys';
import { openDatabase } from '../../../cloudfunctions/core/platform/db';
import { openSession } from '../../../cloudfunctions/core/platform/identity';
import { openDiskStorage } from '../../../cloudfunctions/core/platform/storage/disk-storage';
import { openDiskSealBook } from '../../../cloudfunctions/core/platform/storage/seal-book';
import type { Home, Mode } from '../../../cloudfunctions/core/rpc/home';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { openClock } from '../../../cloudfunctions/host/clock';
import { type HttpParts, makeHttpApp } from '../../../cloudfunctions/host/http/http-app';
import { drain, listen } from '../../../cloudfunctions/host/listen';
import { openHome } from '../../../cloudfunctions/host/open-home';
import { startWorkerLoop } from '../../../cloudfunctions/host/worker-loop';
import { type FixedClock, fixedClock } from '../../support/fixed-clock';
import { freshDatabase } from '../../support/postgres';

export type HttpHost = {
  home: Home;
  address: string;
  /** The real clock underneath the demo's. */
  clock: FixedClock;
  faults: object[];
  session(persona: string): Promise<string>;
  /** Calls over HTTP; a fresh key unless headers name one. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Calls a procedure as a persona and answers its data; throws on a refusal. */
  ask<T>(persona: string, path: string, input?: unknown): Promise<T>;
  close(): Promise<void>;
};

/** The real host over real HTTP on a free port, with a fresh database and a clock that stands still. */
export async function freshHost(
  mode: Mode = 'demo',
  settings: Pick<HttpParts, 'proxies' | 'staffNetworks'> = {},
): Promise<HttpHost> {
  const { url, drop } = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-host-'));
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>星火</title><script>var a = 1;</script>');
  writeFileSync(join(pages, 'app.0123abcd.js'), `/* ${'x'.repeat(3000)} */`);
  const real = fixedClock();
  const clock = openClock(real.now);
  const faults: object[] = [];
  let wake: () => void = () => undefined;
  const home = openHome({
    mode,
    db: openDatabase(url, 8),
    ...readKeys({}, { mode: 'demo', dataFolder: folder }),
    storage: await openDiskStorage(join(folder, 'files')),
    sealBook: openDiskSealBook(join(folder, 'audit-seals')),
    wechat: null,
    contentCheck: null,
    templateIds: {},
    sms: null,
    textTemplateIds: {},
    now: clock.now,
    wake: () => wake(),
    log: { info: () => undefined, error: (fields) => void faults.push(fields) },
  });
  const loop = startWorkerLoop(home, areas, (stopping) => makeTick(home, areas, { name: null, stopping }), 3_600_000);
  wake = loop.wake;
  const moveClock = async (to: number | null) => {
    clock.setTo(to);
    await loop.tick();
  };
  const serve = makeServe(home, areas);
  const app = makeHttpApp({ home, serve, areas, moveClock, pages, ...settings });
  const { server, address } = await listen(app, '127.0.0.1', 0);
  let keys = 0;
  const post: HttpHost['post'] = (path, body, headers = {}) => {
    keys += 1;
    return fetch(`${address}${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Idempotency-Key': `http-key-${keys}`, ...headers },
    });
  };
  const sessions = new Map<string, string>();
  const session = async (persona: string) => {
    const token = sessions.get(persona) ?? (await openSession(home.db, personaId(persona), clock.now(), home.random));
    sessions.set(persona, token);
    return token;
  };
  return {
    home,
    address,
    clock: real,
    faults,
    session,
    post,
    async ask<T>(persona: string, path: string, input: unknown = {}): Promise<T> {
      const response = await post(`/api/${path}`, input, { Authorization: `Bearer ${await session(persona)}` });
      const body = (await response.json()) as { ok: boolean; data: T; error: unknown };
      if (!body.ok) throw new Error(`${path}: ${JSON.stringify(body.error)} ${JSON.stringify(faults)}`);
      return body.data;
    },
    async close() {
      await drain(server, 100);
      await loop.stop();
      await serve.settle();
      await home.db.destroy();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const bearer = (session: string): Record<string, string> => ({ Authorization: `Bearer ${session}` });
