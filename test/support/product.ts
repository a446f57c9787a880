import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas } from '../../cloudfunctions/core/areas';
import { makeTick } from '../../cloudfunctions/core/line/tick';
import { openWechatCheck } from '../../cloudfunctions/core/platform/content-check/wechat-check';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { openDatabase } from '../../cloudfunctions/core/platform/db';
import { openSession } from '../../cloudfunctions/core/platform/identity';
import { migrateToLatest } from '../../cloudfunctions/core/platform/migrate';
import { openDiskStorage } from '../../cloudfunctions/core/platform/storage/disk-storage';
import { openDiskSealBook } from '../../cloudfunctions/core/platform/storage/seal-book';
import { openHttpWechat } from '../../cloudfunctions/core/platform/wechat/http-wechat';
import { openWechatCalls } from '../../cloudfunctions/core/platform/wechat/wechat-calls';
import type { Mode } from '../../cloudfunctions/core/rpc/home';
import { makeServe, type Reply } from '../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { seedDemo } from '../../cloudfunctions/core/seeds/seed-demo';
import { openClock } from '../../cloudfunctions/host/clock';
import { makeHttpApp } from '../../cloudfunctions/host/http/http-app';
import { drain, listen } from '../../cloudfunctions/host/listen';
import { openHome } from '../../cloudfunctions/host/open-home';
import { startWorkerLoop } from '../../cloudfunctions/host/worker-loop';
import { toShanghai } from '../../src/shared/kernel/shanghai';
import { fixedClock } from './fixed-clock';
import { emptyDatabase, freshDatabase } from './postgres';
import type { TestServer } from './server';
import type { WechatServer } from './wechat/wechat-server';

/** The whole product as `npm start` runs it, at a clock that moves only when told; a test server and an address. */
export type Product = TestServer & {
  address: string;
  /** Moves the demo's clock as anyone may, through `POST /_demo/clock`, and does what has become due by then. */
  setClock(instant: string): Promise<void>;
  /** Moves the clock on by milliseconds. */
  pass(ms: number): Promise<void>;
  /** Resolves when every event so far has been told. */
  told(): Promise<void>;
};

export type Start = {
  seed: 'nothing' | 'basics' | 'demo';
  mode?: Mode;
  pages?: boolean;
  wechat?: Pick<WechatServer, 'base' | 'appid' | 'secret'>;
};

/** Where the one before stood: what a browser keeps of the pages it keeps by their address. */
let before = 0;

const builtPages = process.env.XINGHUO_PAGES ?? join(__dirname, '../../dist/h5');
const hour = 3_600_000;
/** What an installation before the stand-in has of subscription messages. */
export const testTemplateIds = { reviewResult: 'tmpl-result', correction: 'tmpl-correction', policy: 'tmpl-policy' };

/**
 * Starts the real host in this process: HTTP, worker, disk, on a fresh database and any free port, serving the pages in dist/h5.
 * @param seed `basics`: as the database's template stands (editions and personas); `nothing`: as `npm run migrate` leaves an empty database;
 * `demo`: the demo edition, which wants a template that is migrated and empty
 * @param mode demo unless told
 * @param pages false where only the mini program asks: then none need be built
 * @param wechat the server that stands in for WeChat
 * Throws when the pages have not been built.
 */
export async function startProduct({ seed, mode = 'demo', pages = true, wechat }: Start): Promise<Product> {
  if (pages && !existsSync(join(builtPages, 'index.html')))
    throw new Error('There are no pages: npm run build:h5 comes first.');
  const { url, drop } = seed === 'nothing' ? await emptyDatabase() : await freshDatabase();
  if (seed === 'nothing') await migrateToLatest(url);
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-product-'));
  const clock = openClock(fixedClock().now);
  const faults: object[] = [];
  let wake: () => void = () => undefined;
  const db = openDatabase(url, 8);
  const home = openHome({
    mode,
    db,
    ...readKeys({}, { mode: 'demo', dataFolder: folder }),
    storage: await openDiskStorage(join(folder, 'files')),
    sealBook: openDiskSealBook(join(folder, 'audit-seals')),
    wechat: wechat ? openHttpWechat(openWechatCalls({ ...wechat, now: clock.now })) : null,
    contentCheck: wechat ? openWechatCheck(openWechatCalls({ ...wechat, now: clock.now })) : null,
    templateIds: wechat ? testTemplateIds : {},
    sms: null,
    textTemplateIds: {},
    now: clock.now,
    wake: () => wake(),
    log: { info: () => undefined, error: (fields) => void faults.push(fields) },
  });
  if (seed === 'demo') await seedDemo(home, areas, clock.now(), () => undefined);
  const loop = startWorkerLoop(home, areas, (stopping) => makeTick(home, areas, { name: null, stopping }), hour);
  wake = loop.wake;
  const moveClock = async (to: number | null) => {
    clock.setTo(to);
    await loop.tick();
  };
  const serve = makeServe(home, areas);
  const app = makeHttpApp({ home, serve, areas, moveClock, pages: builtPages, proxies: 0 });
  const { server, address } = await listen(app, '127.0.0.1', before).catch(() => listen(app, '127.0.0.1', 0));
  before = Number(new URL(address).port);

  let keys = 0;
  const sessions = new Map<string, Promise<string>>();
  const sessionOf = (as: string): Promise<string> => {
    const id = as.length === 36 ? as : personaId(as);
    const known = sessions.get(id) ?? openSession(db, id, clock.now(), home.random);
    sessions.set(id, known);
    return known;
  };
  const call = async (as: string | null, path: string, input: unknown = {}, key?: string): Promise<Reply> => {
    keys += 1;
    const credential =
      as === null ? ({ kind: 'none' } as const) : ({ kind: 'session', token: await sessionOf(as) } as const);
    return serve({ path, input, key: key ?? `product-key-${keys}`, credential, caller: 'test' });
  };
  const setClock = async (instant: string) => {
    const { ok } = await fetch(`${address}/_demo/clock`, { method: 'POST', body: JSON.stringify({ now: instant }) });
    if (!ok) throw new Error(`The clock refused ${instant}`);
  };
  return {
    home,
    db,
    serve,
    faults,
    address,
    call,
    clock: { now: clock.now, set: clock.setTo, pass: (ms) => clock.setTo(clock.now() + ms) },
    setClock,
    async pass(ms) {
      // In production no caller moves the clock.
      if (mode === 'demo') return setClock(toShanghai(clock.now() + ms));
      clock.setTo(clock.now() + ms);
      await loop.tick();
    },
    told: loop.tick,
    async ask<T>(as: string | null, path: string, input?: unknown, key?: string): Promise<T> {
      const { body } = await call(as, path, input, key);
      if (!body.ok) throw new Error(`${path} was refused: ${JSON.stringify(body.error)} ${JSON.stringify(faults)}`);
      home.wake();
      return body.data as T;
    },
    async close() {
      await drain(server, 100);
      await loop.stop();
      await db.destroy();
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
