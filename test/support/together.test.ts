/**
 * A whole room as one file, for `npm test` (tools/test.ts): Jest loads the sources anew for each file, which costs more than most files' tests do,
 * and one source after the other, which costs more than to make one script of them all. Of the app's room only those files are here that replace no module.
 * Each file of the room is a block of this one, with its own beginning and end; by name it runs alone, as ever.
 *
 * XINGHUO_ROOM names the room; XINGHUO_ROOM_FILES (a regular expression that paths in it begin with) narrows it; XINGHUO_ROOM_TIMES is where the
 * seconds of each file are written down.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const { XINGHUO_ROOM: room = '', XINGHUO_ROOM_FILES: which = '', XINGHUO_ROOM_TIMES: times } = process.env;
const folder = join(__dirname, '..', room);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.test\.tsx?$/.test(file) && new RegExp(`^(${which})`).test(file))
  .sort();

/** What is loaded beside the files, in the rooms that need it. */
const browser = room === 'journeys' || room === 'weapp' ? '../support/browser' : null;
const asAtFirst = room === 'app' ? '../support/as-at-first' : null;
/** Those that load sources anew are no part of the script. */
const ownLoads = (file: string): boolean => readFileSync(join(folder, file), 'utf8').includes('jest.isolateModules(');
const bundled = [...files.filter((file) => !ownLoads(file)), ...[browser, asAtFirst].filter((file) => file !== null)];
const root = join(__dirname, '../..');
const cache = join(root, 'node_modules/.cache');
const script = join(cache, `xinghuo-room-${process.pid}.js`);
mkdirSync(cache, { recursive: true });
execFileSync(process.execPath, [join(root, 'config/build-room.cjs'), room, JSON.stringify(bundled), script]);
// It clears away after each test what was drawn, if it is loaded outside of all blocks.
if (room === 'app') require('@testing-library/react');
const load = (file: string): unknown =>
  bundled.includes(file) ? (require(script) as Record<string, () => unknown>)[file]?.() : require(join(folder, file));

describe.each(files)('%s', (file) => {
  let began = 0;
  beforeAll(() => {
    began = performance.now();
  });
  // What changes a list of the product's before it is read has the product for itself.
  if (file.endsWith('.alone.test.ts')) jest.isolateModules(() => load(file));
  else load(file);
  afterAll(() => {
    if (asAtFirst !== null) (load(asAtFirst) as typeof import('./as-at-first')).asAtFirst();
    if (times) appendFileSync(times, `${((performance.now() - began) / 1000).toFixed(1)} ${room}/${file}\n`);
  });
});

afterAll(async () => {
  if (browser !== null) await (load(browser) as typeof import('./browser')).closeBrowser();
  rmSync(script);
});

// After theirs: the last word counts for all of them.
jest.setTimeout(120_000);
