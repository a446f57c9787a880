import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { openPhone } from '../../support/browser';
import { fixedNow } from '../../support/fixed-clock';
import { type Finger, holdPhone } from './finger';
import { look } from './look';
import { type PackagedApp, packageApp } from './package';

/** A file as the album or a chat holds it. */
export type Offered = { name: string; bytes: Buffer };

/** What is sent to a chat. */
export type Card = { title: string; path: string };

/** What stands behind the phone. Each answers as WeChat does; one that is not given refuses. */
export type Behind = {
  callFunction?(name: string, data: unknown): Promise<unknown>;
  uploadFile?(cloudPath: string, file: Offered): Promise<{ fileID: string }>;
};

export type MiniProgram = {
  page: Finger;
  /** The browser's page, for what the finger cannot do. */
  window: Page;
  /** The app is ended, and started again at a page; the phone's storage stays. */
  restart(url?: string): Promise<void>;
  /** What the album or a chat offers when the app asks next. */
  offer(file: Offered): void;
  /** The network goes, or comes back. */
  network(on: boolean): Promise<void>;
  /** Errors of the app's scripts, and uses of what WeChat does not have. Empty after a good test. */
  faults: string[];
  /** How often the app has asked its cloud. */
  calls(): number;
  /** Bytes of each `setData` since the start, or since this was last asked. */
  measures(): Promise<number[]>;
  /** The card that was sent to a chat; whoever opens it starts at its path. */
  card(): Promise<Card>;
  close(): Promise<void>;
};

export type Opening = {
  browser: Browser;
  behind?: Behind;
  /** The build; `dist/weapp` when nothing is said. */
  build?: string;
  /** Where the app starts: `/pages/home/index`, or a page with parameters as a message or a share card names it. */
  start?: string;
  /** The phone's clock at the start, in ms; the tests' own day when nothing is said. */
  now?: number;
  /** The phone's width in px; 375 when nothing is said. */
  width?: number;
};

/** Another build can be named while `dist/weapp` is being made anew. */
export const built = process.env.XINGHUO_WEAPP ?? join(__dirname, '../../../dist/weapp');

const origin = 'https://weapp.test';
const home = '/pages/home/index';
const document = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${look}</style><body>`;
const packaged = new Map<string, PackagedApp>();
let runtime: Promise<string> | undefined;

function runtimeScript(): Promise<string> {
  runtime ??= build({
    entryPoints: [join(__dirname, 'runtime/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return runtime;
}

function appOf(folder: string): PackagedApp {
  const known = packaged.get(folder) ?? packageApp(folder);
  packaged.set(folder, known);
  return known;
}

/** Opens an unmodified WeChat build on a phone of its own. Throws when it does not start. */
export async function openMiniProgram(opening: Opening): Promise<MiniProgram> {
  const { browser, behind = {}, start = home, now = fixedNow, width = 375 } = opening;
  const app = appOf(opening.build ?? built);
  const host = await runtimeScript();
  const context = await openPhone(browser, { width });
  context.setDefaultTimeout(10_000);
  await context.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: document }));
  await context.addInitScript((shift) => {
    const Real = Date;
    class Shifted extends Real {
      constructor(...args: [] | [number | string]) {
        if (args.length === 0) super(Real.now() + shift);
        else super(...(args as [number]));
      }
      static override now() {
        return Real.now() + shift;
      }
    }
    globalThis.Date = Shifted as DateConstructor;
  }, now - Date.now());

  const faults: string[] = [];
  let calls = 0;
  const offers: Offered[] = [];
  const shared: Card[] = [];
  const held = new Map<string, Offered>();
  const window = await context.newPage();
  const bring = (root: string) => window.addScriptTag({ content: app.scripts.get(root) ?? '' });

  const hold = () => {
    const file = offers.shift();
    if (!file) throw new Error('cancel');
    const path = `wxfile://tmp/${held.size}-${file.name}`;
    held.set(path, file);
    return { path, file };
  };
  const answers: Record<string, (question: never) => unknown> = {
    fault: (words: string) => void faults.push(words),
    package: async (root: string) => void (await bring(root)),
    clipboard: () => undefined,
    share: (card: Card) => void shared.push(card),
    callFunction: ({ name, data }: { name: string; data: unknown }) => {
      if (!behind.callFunction) throw new Error('no cloud stands behind this phone');
      calls += 1;
      return behind.callFunction(name, data);
    },
    uploadFile: ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      const file = held.get(filePath);
      if (!behind.uploadFile || !file) throw new Error('nothing to upload, or nowhere to');
      return behind.uploadFile(cloudPath, file);
    },
    chooseMedia: () => {
      const { path, file } = hold();
      return { type: 'image', tempFiles: [{ tempFilePath: path, size: file.bytes.length, fileType: 'image' }] };
    },
    chooseMessageFile: () => {
      const { path, file } = hold();
      return { tempFiles: [{ path, name: file.name, size: file.bytes.length, type: 'file', time: 0 }] };
    },
  };
  await window.exposeFunction('askDevice', (kind: string, question: never) => {
    const answer = answers[kind];
    if (!answer) throw new Error(`${kind} is not there`);
    return answer(question);
  });

  const restart = async (url = home) => {
    await window.goto(origin);
    await window.addScriptTag({ content: host });
    await bring('');
    await window.evaluate(
      (at) => (window as unknown as { weapp: { launch(url: string): unknown } }).weapp.launch(at),
      url,
    );
  };
  const finger = holdPhone(window, faults);
  try {
    await restart(start);
  } catch (error) {
    await context.close();
    throw new Error(`The mini program does not start: ${String(error)}\n${faults.join('\n')}`);
  }
  return {
    page: finger,
    window,
    faults,
    calls: () => calls,
    measures: () =>
      window.evaluate(() => (globalThis as unknown as { weapp: { measures(): number[] } }).weapp.measures()),
    async card() {
      for (let tries = 0; shared.length === 0 && tries < 50; tries += 1) await window.waitForTimeout(100);
      const sent = shared.shift();
      if (!sent) throw new Error('Nothing was sent to a chat.');
      return sent;
    },
    restart,
    offer: (file) => void offers.push(file),
    network: (on) =>
      window.evaluate(
        (there) => (window as unknown as { weapp: { network(on: boolean): void } }).weapp.network(there),
        on,
      ),
    close: () => context.close(),
  };
}
