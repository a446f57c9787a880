import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { borrowBrowser, giveBackBrowser } from '../support/browser';
import { settles } from '../support/settles';
import { built, type MiniProgram, openMiniProgram } from './host/open';

/** Proves that the host would notice: each build is spoilt in one place, and must not pass. */
jest.setTimeout(60_000);
let browser: Browser;
const folders: string[] = [];

beforeAll(async () => {
  browser = await borrowBrowser();
});
afterAll(async () => {
  await giveBackBrowser();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function spoilt(file: string, spoil: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'xinghuo-spoilt-'));
  folders.push(folder);
  cpSync(built, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const changed = spoil(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, file), changed);
  return folder;
}

const callFunction = async () => ({ ok: false, error: { code: 'INTERNAL', message: '此处没有服务器' } });
const open = (build: string): Promise<MiniProgram> => openMiniProgram({ browser, build, behind: { callFunction } });

/** @param patience for a build that does nothing, milliseconds; one that does something is waited for */
async function tapLeads(build: string, patience?: number): Promise<boolean> {
  const phone = await open(build);
  const before = await phone.page.reads('page-retry').then(phone.page.words);
  const calls = phone.calls();
  await phone.page.tap('page-retry');
  if (patience !== undefined) await phone.window.waitForTimeout(patience);
  const led = patience === undefined ? await settles(() => phone.calls() > calls, Boolean) : phone.calls() > calls;
  await phone.close();
  expect(before).toContain('此处没有服务器');
  return led;
}

test('a build whose tap bindings are gone does nothing when it is tapped', async () => {
  expect(await tapLeads(built)).toBe(true);
  expect(
    await tapLeads(
      spoilt('base.wxml', (text) => text.replaceAll(' bindtap="eh"', '')),
      500,
    ),
  ).toBe(false);
});

test('a script that reaches for the browser does not start', async () => {
  const build = spoilt('app.js', (text) => text.replace('require("./common")', 'window.title="",require("./common")'));
  await expect(open(build)).rejects.toThrow('The mini program does not start');
});

test('a use of what WeChat has and this host has not is told as a fault', async () => {
  const build = spoilt('app.js', (text) =>
    text.replace('require("./common")', 'setTimeout(function(){wx.getLocation({})}),require("./common")'),
  );
  const phone = await open(build);
  await phone.page.reads('page-retry');
  expect(phone.faults).toContain("wx.getLocation is not implemented by the test's host");
  await phone.close();
});

test('an element that is not built in stops the page from being drawn', async () => {
  const build = spoilt('base.wxml', (text) =>
    text.replaceAll('<button ', '<navigator ').replaceAll('</button>', '</navigator>'),
  );
  const phone = await open(build);
  expect(await settles(phone.calls, (calls) => calls > 0)).toBe(1);
  phone.window.setDefaultTimeout(500);
  await expect(phone.page.reads('page-retry')).rejects.toThrow('Timeout 500ms');
});
