/**
 * A whole room as one file, for `npm test` (tools/test.ts): Jest loads the sources anew for each file, which costs more than most files' tests do.
 * Each file of the room is a block of this one, with its own beginning and end; by name it runs alone, as ever.
 *
 * XINGHUO_ROOM names the room; XINGHUO_ROOM_FILES (a regular expression that paths in it begin with) narrows it; XINGHUO_ROOM_TIMES is where the
 * seconds of each file are written down.
 */
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const { XINGHUO_ROOM: room = '', XINGHUO_ROOM_FILES: which = '', XINGHUO_ROOM_TIMES: times } = process.env;
const folder = join(__dirname, '..', room);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.test\.tsx?$/.test(file) && new RegExp(`^${which}`).test(file))
  .sort();

describe.each(files)('%s', (file) => {
  let began = 0;
  beforeAll(() => {
    began = performance.now();
  });
  // What changes a list of the product's before it is read has the product for itself.
  if (file.endsWith('.alone.test.ts')) jest.isolateModules(() => require(join(folder, file)));
  else require(join(folder, file));
  afterAll(() => {
    if (times) appendFileSync(times, `${((performance.now() - began) / 1000).toFixed(1)} ${room}/${file}\n`);
  });
});

afterAll(async () => {
  // The rooms without a browser do not load it.
  if (room === 'journeys' || room === 'weapp')
    await (require('./browser') as typeof import('./browser')).closeBrowser();
});

// After theirs: the last word counts for all of them.
jest.setTimeout(120_000);
