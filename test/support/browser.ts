import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const packages = path.resolve(__dirname, '../../node_modules');
const chromiumPackage = path.join(packages, '@sparticuz/chromium');
const fontPackage = path.join(packages, '@expo-google-fonts/noto-sans-sc');

/** Browsers that a machine may already have; `XINGHUO_CHROMIUM` names another. */
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/**
 * Opens a headless Chromium that can write Chinese: the machine's own, else the one from npm with the libraries it
 * ships. Nothing but `npm ci` is needed on Linux. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const own = [process.env.XINGHUO_CHROMIUM, ...installed].find((file) => file !== undefined && existsSync(file));
  const kept = keptFolder();
  return chromium.launch({
    executablePath: own ?? path.join(kept, 'chromium'),
    headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none', '--lang=zh-CN'],
    env: {
      ...process.env,
      FONTCONFIG_FILE: path.join(kept, 'fonts.conf'),
      ...(own === undefined && { LD_LIBRARY_PATH: path.join(kept, 'lib') }),
    },
  });
}

/** The unpacked browser and the font settings, made once a user and version. */
function keptFolder(): string {
  const { version } = JSON.parse(readFileSync(path.join(chromiumPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.join(tmpdir(), `xinghuo-browser-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) moveInto(folder, unpack());
  // Written each time: another checkout on this machine has its fonts elsewhere.
  writeFileSync(path.join(folder, 'fonts.conf'), fontSettings(folder));
  return folder;
}

function unpack(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinghuo-browser-unpacking-'));
  const open = (name: string) => brotliDecompressSync(readFileSync(path.join(chromiumPackage, 'bin', name)));
  writeFileSync(path.join(folder, 'chromium'), open('chromium.br'), { mode: 0o755 });
  unpackTar(open('al2023.tar.br'), folder);
  unpackTar(open('swiftshader.tar.br'), folder);
  return folder;
}

/** Complete or not there at all: two test runs may unpack at the same moment, and the first one's copy serves both. */
function moveInto(folder: string, unpacked: string): void {
  try {
    renameSync(unpacked, folder);
  } catch (error) {
    rmSync(unpacked, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Plain files with short names, which is all that these archives hold (POSIX ustar: 512-byte blocks, sizes in octal). */
function unpackTar(tar: Buffer, folder: string): void {
  const text = (from: number, length: number) => tar.toString('latin1', from, from + length).split('\0')[0] ?? '';
  let at = 0;
  while (at < tar.length && text(at, 100) !== '') {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const file = path.join(folder, text(at, 100));
    if (text(at + 156, 1) === '0') {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, tar.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function fontSettings(folder: string): string {
  const weights = ['400Regular', '600SemiBold'].map((weight) => `<dir>${path.join(fontPackage, weight)}</dir>`);
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (family) =>
      `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>${weights.join('')}<cachedir>${path.join(folder, 'font-cache')}</cachedir>${families.join('')}</fontconfig>
`;
}
