import type { Browser } from 'playwright-core';
import { personaId } from '../../cloudfunctions/core/seeds/personas';
import type { Role } from '../../src/shared/kernel/actor';
import { borrowBrowser, giveBackBrowser } from '../support/browser';
import { freshPerson } from '../support/entry-factory';
import { fixedNow } from '../support/fixed-clock';
import { grantTo } from '../support/grant';
import { type Hand, opensFirst } from '../support/hand';
import { serverOn, type TestServer } from '../support/server';
import type { WalkHome } from '../support/walks/home';
import { type Cloud, dataKey, openCloud } from './cloud/cloud';
import { type MiniProgram, type Opening, openMiniProgram } from './host/open';

export type Stage = {
  readonly cloud: Cloud;
  readonly browser: Browser;
  readonly db: TestServer['db'];
  /** The phone of whoever has this openid, with the mini program open at a page; somebody who has signed in before, unless a stranger. Closed after the test. */
  phone(openid: string, opening?: Partial<Opening>, meeting?: 'known' | 'stranger'): Promise<MiniProgram>;
  /** This stage as a home for walks: known people come with openids of their own. */
  readonly home: WalkHome;
  /** A browser that asks to be signed in, at the same database; the cloud's clock stands still for it. */
  browserAsks(): Promise<AskingBrowser>;
  /** Gives whoever has this openid a role in a region, or with null everywhere. */
  grant(openid: string, role: Role, regionId: string): Promise<void>;
};

/** A web page that shows a code, without the page: what it was given, and what it asks. */
export type AskingBrowser = {
  code: string;
  scan: string;
  look(): Promise<{ state: string; matchNumber: string | null }>;
  take(): Promise<string>;
  /** The person behind a session; null when it is none. */
  whoHolds(session: string): Promise<string | null>;
};

/**
 * One cloud and one browser for a file of journeys. After each journey neither the app nor the cloud may have failed.
 * @param empty begins where the product is installed and nothing else was done
 */
export function setStage({ empty = false } = {}): Stage {
  jest.setTimeout(120_000);
  let cloud: Cloud | undefined;
  let browser: Browser | undefined;
  let server: TestServer | undefined;
  let phones: MiniProgram[] = [];
  const known = new Map<string, Promise<Hand>>();
  const up = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The stage stands only inside a test.');
    return part;
  };

  beforeAll(async () => {
    [cloud, browser] = await Promise.all([openCloud(empty), borrowBrowser()]);
    server = await serverOn(cloud.databaseUrl, dataKey);
  });
  afterEach(async () => {
    const faults = [...phones.flatMap((phone) => phone.faults), ...up(cloud).faults.splice(0)];
    for (const phone of phones) await phone.close();
    phones = [];
    known.clear();
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await giveBackBrowser();
    await server?.close();
    await cloud?.close();
  });
  const phone: Stage['phone'] = async (openid, opening = {}, meeting = 'known') => {
    if (meeting === 'known') await up(cloud).personOf(openid);
    const behind = up(cloud).behind(openid);
    const opened = await openMiniProgram({ browser: up(browser), behind, ...opening });
    phones.push(opened);
    return opened;
  };
  const givePhone = async (id: string): Promise<Hand> => {
    await up(server)
      .db.updateTable('person')
      .set({ openid: `o-${id}` })
      .where('id', '=', id)
      .execute();
    return opensFirst((await phone(`o-${id}`, { privacy: 'agreed', start: null })).page);
  };
  return {
    get cloud() {
      return up(cloud);
    },
    get browser() {
      return up(browser);
    },
    get db() {
      return up(server).db;
    },
    phone,
    get home(): WalkHome {
      return {
        server: up(server),
        person(persona) {
          const hand = known.get(persona) ?? givePhone(personaId(persona));
          known.set(persona, hand);
          return hand;
        },
        async fresh() {
          const id = await freshPerson(up(server));
          return { hand: await givePhone(id), id };
        },
        due: up(cloud).timer,
        setClock: async (instant) => up(cloud).setClock(Date.parse(instant)),
      };
    },
    async browserAsks() {
      const { ask, serve, clock } = up(server);
      up(cloud).setClock(fixedNow);
      clock.set(fixedNow);
      const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Edg/131.0';
      type Begun = { secret: string; code: string; scan: string };
      const { secret, code, scan } = await ask<Begun>(null, 'people/beginWebSignIn', { agent });
      return {
        code,
        scan,
        look: () => ask(null, 'people/webSignIn', { secret }),
        take: async () => (await ask<{ session: string }>(null, 'people/takeWebSession', { secret })).session,
        async whoHolds(token) {
          const credential = { kind: 'session', token } as const;
          const { body } = await serve({ path: 'people/me', input: {}, key: null, credential, caller: 'web' });
          return body.ok ? (body.data as { personId: string }).personId : null;
        },
      };
    },
    async grant(openid, role, regionId) {
      await up(cloud).personOf(openid);
      await grantTo(up(server).db, openid, role, regionId);
    },
  };
}
