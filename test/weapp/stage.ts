import type { Browser } from 'playwright-core';
import { type Db, openDatabase } from '../../cloudfunctions/core/platform/db';
import type { Role } from '../../src/shared/kernel/actor';
import { openBrowser } from '../support/browser';
import { grantTo } from '../support/grant';
import { type Cloud, openCloud } from './cloud/cloud';
import { type MiniProgram, type Opening, openMiniProgram } from './host/open';

export type Stage = {
  readonly cloud: Cloud;
  readonly browser: Browser;
  readonly db: Db;
  /** The phone of whoever has this openid, with the mini program open at a page. Closed after the test. */
  phone(openid: string, opening?: Partial<Opening>): Promise<MiniProgram>;
  /** Gives whoever has this openid a role in a region, or with null everywhere. */
  grant(openid: string, role: Role, regionId: string | null): Promise<void>;
};

/** One cloud and one browser for a file of journeys. After each journey neither the app nor the cloud may have failed. */
export function setStage(): Stage {
  jest.setTimeout(60_000);
  let cloud: Cloud | undefined;
  let browser: Browser | undefined;
  let db: Db | undefined;
  let phones: MiniProgram[] = [];
  const up = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The stage stands only inside a test.');
    return part;
  };

  beforeAll(async () => {
    [cloud, browser] = await Promise.all([openCloud(), openBrowser()]);
    db = openDatabase(cloud.databaseUrl, 1);
  });
  afterEach(async () => {
    const faults = [...phones.flatMap((phone) => phone.faults), ...up(cloud).faults.splice(0)];
    for (const phone of phones) await phone.close();
    phones = [];
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await db?.destroy();
    await cloud?.close();
  });
  return {
    get cloud() {
      return up(cloud);
    },
    get browser() {
      return up(browser);
    },
    get db() {
      return up(db);
    },
    async phone(openid, opening = {}) {
      const behind = up(cloud).behind(openid);
      const phone = await openMiniProgram({ browser: up(browser), behind, ...opening });
      phones.push(phone);
      return phone;
    },
    async grant(openid, role, regionId) {
      // A person is made by their first call.
      await up(cloud).callAs(openid)('api', { path: 'people/me', input: {}, key: null });
      await grantTo(up(db), openid, role, regionId);
    },
  };
}
