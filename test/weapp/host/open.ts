import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { fixedNow } from '../../support/fixed-clock';
import { deliver } from './deliver';
import { type Behind, type Card, type Device, makeDevice, type Shown } from './device';
import { type Finger, holdPhone } from './finger';
import { openWindow } from './window';

export type MiniProgram = {
  page: Finger;
  /** The browser's page, for what the finger cannot do. */
  window: Page;
  /** The app is ended, and started again at a page; the phone's storage stays. */
  restart(url?: string): Promise<void>;
  /** The network goes, or comes back. */
  network(on: boolean): Promise<void>;
  /** Errors of the app's scripts, and uses of what WeChat does not have. Empty after a good test. */
  faults: string[];
  /** How often the app has asked its cloud. */
  calls(): number;
  /** Bytes of each `setData` since the start, or since this was last asked. */
  measures(): Promise<number[]>;
  /** Waits until WeChat's viewers were given so many things; answers all, the oldest first. */
  shown(count: number): Promise<readonly Shown[]>;
  /** Camera or album are refused to the app, until they are allowed in the settings. */
  refuse: Device['refuse'];
  learnHeic: Device['learnHeic'];
  aim: Device['aim'];
  agree: Device['agree'];
  subscribed: Device['subscribed'];
  /** Transfers wait on their way until they are let go on, as on a slow line. */
  slow(on: boolean): void;
  /** Milliseconds from the app's first script to its first `setData`, in the start before. */
  startTime(): Promise<number>;
  /** The card that was sent to a chat; whoever opens it starts at its path. */
  card(): Promise<Card>;
  /** What the app told WeChat's real-time log, line by line. */
  logged(): readonly string[];
  /** From now on what the view says reaches the script so many ms later, and the other way round. */
  delay(toScript: number, toView: number): Promise<void>;
  /** What has crossed to fields since the start, or since this was last asked: `field-title: 山货`. */
  values(): Promise<string[]>;
  /** When something typed has reached the script since the start, or since this was last asked, in milliseconds of the window's clock. */
  heard(): Promise<number[]>;
  /** The app waits a twentieth as long for whatever it would wait ten seconds for or more, until one such wait has ended in vain. */
  hurry(): Promise<void>;
  /** How many levels of elements and text the page in front has. */
  levels(): Promise<number>;
  /** How many pages are open. */
  depth(): Promise<number>;
  close(): Promise<void>;
};

export type Opening = {
  browser: Browser;
  behind?: Behind;
  /** The build; `dist/weapp` when nothing is said. */
  build?: string;
  /** Where the app starts: `/pages/home/index`, or a page with parameters as a message or a share card names it; null: not before its holder opens a page. */
  start?: string | null;
  /** The phone's clock at the start, in ms; the tests' own day when nothing is said. */
  now?: number;
  /** The phone's width in px; 375 when nothing is said. */
  width?: number;
  /** Whether this person has agreed to the privacy guide before; WeChat remembers. */
  privacy?: 'agreed';
  /** What WeChat runs on; a phone when nothing is said. */
  platform?: 'windows';
};

/** Another build can be named while `dist/weapp` is being made anew. */
export const built = process.env.XINGHUO_WEAPP ?? join(__dirname, '../../../dist/weapp');

const home = '/pages/home/index';

/** Opens an unmodified WeChat build on a phone of its own. Throws when it does not start. */
export async function openMiniProgram(opening: Opening): Promise<MiniProgram> {
  const { browser, behind = {}, start = home, now = fixedNow, width = 375, privacy } = opening;
  const app = await deliver(opening.build ?? built);
  const faults: string[] = [];
  const { window, leave } = await openWindow(browser, {
    width,
    now,
    stored: {
      ...(opening.platform && { 'weapp-platform': opening.platform }),
      ...(privacy && { 'weapp-privacy': privacy }),
    },
    async answer(asked) {
      const { kind, question } = JSON.parse(asked) as { kind: string; question: never };
      return JSON.stringify({ answer: await device.answer(kind, question) });
    },
    empty: app.empty,
  });
  const device = makeDevice(behind, {
    fault: (words) => void faults.push(words),
    bring: (root) => window.addScriptTag({ url: app.scriptOf(root) }),
    pause: (ms) => window.waitForTimeout(ms),
  });

  const restart = async (url = home) => {
    await window.goto(app.window);
    await window.evaluate(
      (at) => (window as unknown as { weapp: { launch(url: string): unknown } }).weapp.launch(at),
      url,
    );
  };
  const finger = holdPhone(window, device, restart, faults);
  try {
    if (start !== null) await restart(start);
  } catch (error) {
    await leave();
    throw new Error(`The mini program does not start: ${String(error)}\n${faults.join('\n')}`);
  }
  return {
    page: finger,
    window,
    faults,
    calls: device.calls,
    shown: device.shown,
    slow: device.slow,
    measures: () =>
      window.evaluate(() => (globalThis as unknown as { weapp: { measures(): number[] } }).weapp.measures()),
    async startTime() {
      const taken = await window.waitForFunction(() =>
        (globalThis as unknown as { weapp: { startTime(): number | null } }).weapp.startTime(),
      );
      return (await taken.jsonValue()) ?? Number.NaN;
    },
    card: device.card,
    logged: device.logged,
    refuse: device.refuse,
    learnHeic: device.learnHeic,
    aim: device.aim,
    agree: device.agree,
    subscribed: device.subscribed,
    delay: (toScript, toView) =>
      window.evaluate(
        ([up, down]) =>
          (window as unknown as { weapp: { delay(up: number, down: number): void } }).weapp.delay(up, down),
        [toScript, toView] as const,
      ),
    values: () => window.evaluate(() => (window as unknown as { weapp: { values(): string[] } }).weapp.values()),
    heard: () => window.evaluate(() => (window as unknown as { weapp: { heard(): number[] } }).weapp.heard()),
    hurry: () =>
      window.evaluate(() => {
        const { setTimeout } = globalThis;
        const goOn = () => Object.assign(globalThis, { setTimeout });
        const sooner = (work: () => void, ms: number) =>
          setTimeout(() => {
            goOn();
            work();
          }, ms / 20);
        Object.assign(globalThis, {
          setTimeout: (work: () => void, ms = 0) => (ms >= 10_000 ? sooner(work, ms) : setTimeout(work, ms)),
        });
      }),
    levels: () =>
      window.evaluate(() => (globalThis as unknown as { weapp: { depthOfPage(): number } }).weapp.depthOfPage()),
    depth: () =>
      window.evaluate(() => (globalThis as unknown as { weapp: { where(): { depth: number } } }).weapp.where().depth),
    restart,
    network: (on) =>
      window.evaluate(
        (there) => (window as unknown as { weapp: { network(on: boolean): void } }).weapp.network(there),
        on,
      ),
    close: leave,
  };
}
