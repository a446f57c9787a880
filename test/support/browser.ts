import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const modules = join(__dirname, '../../node_modules');
const packed = join(modules, '@sparticuz/chromium/bin');
const font = join(modules, '@expo-google-fonts/noto-sans-sc/400Regular');
const boldFont = join(modules, '@expo-google-fonts/noto-sans-sc/700Bold');

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox, for tests run as root in containers; nothing calls home; glyphs are drawn the same everywhere. */
const flags = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-first-run',
  '--lang=zh-CN',
  '--font-render-hinting=none',
];

/**
 * Unpacks the browser that npm brought, and the system libraries it comes with, once: into a folder beside it first and
 * then by one renaming, so that two runs at a time cannot meet a half-written browser.
 */
function unpacked(): string {
  const home = join(modules, '.cache/xinghuo-browser');
  if (existsSync(home)) return home;
  mkdirSync(join(modules, '.cache'), { recursive: true });
  const making = mkdtempSync(join(modules, '.cache/xinghuo-browser-'));
  writeFileSync(join(making, 'chromium'), brotliDecompressSync(readFileSync(join(packed, 'chromium.br'))), {
    mode: 0o755,
  });
  const libraries = brotliDecompressSync(readFileSync(join(packed, 'al2023.tar.br')));
  execFileSync('tar', ['-x', '-C', making], { input: libraries });
  try {
    renameSync(making, home);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return home;
}

/** Names our Chinese font to the browser: a machine for tests often has none. */
function fontSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-fonts-'));
  const settings = join(folder, 'fonts.conf');
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${font}</dir><dir>${boldFont}</dir><cachedir>${folder}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`).join('')}
</fontconfig>`,
  );
  return settings;
}

/**
 * A headless Chromium: the machine's own, or else the one npm brought (Linux on x64). Nothing need be installed by hand.
 * With `XINGHUO_WATCH` set (milliseconds between two acts) it is one that can be watched, which npm's has no window for.
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const own = installed.find((path) => existsSync(path));
  const watched = process.env.XINGHUO_WATCH;
  if (watched && own === undefined)
    throw new Error('To watch, install Chromium or Chrome: the one from npm has no window.');
  const home = own === undefined ? unpacked() : undefined;
  const libraries = home === undefined ? [] : [join(home, 'lib'), process.env.LD_LIBRARY_PATH ?? ''];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return chromium.launch({
    executablePath: own ?? join(home ?? '', 'chromium'),
    args: flags,
    ...(watched ? { headless: false, slowMo: Number(watched) || 300 } : {}),
    env: {
      ...environment,
      ...(process.platform === 'linux' ? { FONTCONFIG_FILE: fontSettings() } : {}),
      ...(home === undefined ? {} : { LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':') }),
    },
  });
}

let lent: Promise<Browser> | undefined;

/** The browser of whoever tests in one now: one for all files that run as one (together.test.ts). Given back after the file. */
export function borrowBrowser(): Promise<Browser> {
  // Jest asks for a hundred calls of every error, and Playwright makes one at each step, in case it fails.
  Error.stackTraceLimit = 10;
  lent ??= openBrowser().then((browser) => {
    browser.once('disconnected', () => {
      lent = undefined;
      emptied.clear();
    });
    return browser;
  });
  return lent;
}

/** Emptied phones of the borrowed browser, which whoever opens the next one goes on with. */
const emptied = new Set<BrowserContext>();

/** Lays an emptied phone by until it is taken up again. One of a browser that was not borrowed is closed. */
export async function layBy(phone: BrowserContext): Promise<void> {
  if (phone.browser() !== (await lent)) return phone.close();
  emptied.add(phone);
}

/** Takes up a phone that was laid by, if it is still there. */
export const takeUp = (phone: BrowserContext): boolean => emptied.delete(phone);

/** Closes every phone but those that were laid by; and the browser too, unless another file of this run needs it. */
export async function giveBackBrowser(): Promise<void> {
  const browser = await lent;
  const left = browser?.contexts().filter((phone) => !emptied.has(phone)) ?? [];
  await Promise.all(left.map((phone) => phone.close()));
  if (process.env.XINGHUO_ROOM === undefined) await closeBrowser();
}

export async function closeBrowser(): Promise<void> {
  await (await lent)?.close();
}

/** A phone in hand: its window, touch, Chinese, and the time zone of the rules. Each has storage of its own. */
export async function openPhone(
  browser: Browser,
  { width = 375, height = 720 }: { width?: number; height?: number } = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
}
