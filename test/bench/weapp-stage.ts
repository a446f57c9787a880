import { setTimeout as pause } from 'node:timers/promises';
import { type Db, openDatabase, unhurried } from '../../cloudfunctions/core/platform/db';
import { openBrowser } from '../support/browser';
import { createTemplate, startServer, teardown } from '../support/postgres';
import { prepareTemplate } from '../support/prepare-template';
import { type Cloud, openCloud } from '../weapp/cloud/cloud';
import { type MiniProgram, openMiniProgram } from '../weapp/host/open';

/** The mini program on its test host, before its cloud on a fresh database. */
export type WeappStage = {
  cloud: Cloud;
  db: Db;
  /** The browser that stands for the phone. */
  version: string;
  /** A phone of its own, cold; whoever opens it closes it. */
  phone(openid: string): Promise<MiniProgram>;
  close(): Promise<void>;
};

/** @param build the folder that was weighed, whatever other build the tests are told to take */
export async function openWeappStage(build: string): Promise<WeappStage> {
  await startServer();
  await createTemplate(prepareTemplate);
  const [cloud, browser] = await Promise.all([openCloud(), openBrowser()]);
  const db = openDatabase(cloud.databaseUrl, 1, unhurried);
  return {
    cloud,
    db,
    version: `Chromium ${browser.version()}`,
    phone: (openid) => openMiniProgram({ browser, build, behind: { callFunction: cloud.callAs(openid) } }),
    async close() {
      await browser.close();
      await db.destroy();
      await cloud.close();
      await teardown();
    },
  };
}

/** How long nothing must cross before a page counts as at rest, in milliseconds. */
const rest = 600;

/**
 * The bytes of each `setData` since this was last asked, once the page is at rest. Throws what the app complained of:
 * a page that failed weighs little.
 */
export async function crossings(phone: MiniProgram): Promise<number[]> {
  const all = await phone.measures();
  let more: number[];
  do {
    await pause(rest);
    more = await phone.measures();
    all.push(...more);
  } while (more.length > 0);
  if (phone.faults.length > 0) throw new Error(phone.faults.join('\n'));
  return all;
}
