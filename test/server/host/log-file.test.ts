import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogFile } from '../../../cloudfunctions/host/log-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinghuo-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes lines of ten bytes, each waited for, and ends. */
async function write(path: string, from: number, to: number): Promise<void> {
  const log = openLogFile(path, 100);
  for (let n = from; n < to; n += 1)
    await new Promise((done) => log.write(`line ${String(n).padStart(4, '0')}\n`, done));
  await new Promise<void>((done) => log.destroy().once('close', done));
}

const lines = (path: string) => readFileSync(path, 'utf8').trim().split('\n');

test('a log takes up where it stood, is put aside at its limit, and one older is kept', async () => {
  const path = join(folder, 'host.log');
  await write(path, 0, 6);
  expect(readdirSync(folder)).toEqual(['host.log']);
  await write(path, 6, 25);
  expect(readdirSync(folder).sort()).toEqual(['host.log', 'host.log.1']);
  expect(lines(path)).toEqual(['line 0020', 'line 0021', 'line 0022', 'line 0023', 'line 0024']);
  expect([lines(`${path}.1`)[0], lines(`${path}.1`).length]).toEqual(['line 0010', 10]);
});

test('what comes at once is written whole, in its order', async () => {
  const path = join(folder, 'host.log');
  const log = openLogFile(path, 1_000_000);
  const all = Array.from({ length: 2000 }, (_, n) => `line ${n}`);
  for (const line of all) log.write(`${line}\n`);
  await new Promise<void>((done) => log.end(done));
  expect(lines(path)).toEqual(all);
  expect(statSync(path).size).toBe(all.join('\n').length + 1);
});

test('where nothing can be written it ends with an error, once', async () => {
  const log = openLogFile(join(folder, 'none', 'host.log'));
  const errors: string[] = [];
  log.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code ?? ''));
  log.write('a\n');
  log.write('b\n');
  await new Promise((done) => log.once('close', done));
  expect(errors).toEqual(['ENOENT']);
});
