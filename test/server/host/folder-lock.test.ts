import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUse, lockFolder } from '../../../cloudfunctions/host/folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinghuo-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holderOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof FolderInUse ? error.holder : error),
  );

test('a second taker is told who holds the folder and where it answers', async () => {
  const lock = await lockFolder(folder);
  expect(await holderOf(lockFolder(folder))).toMatchObject({ pid: process.pid, address: null });
  await lock.tellAddress('http://127.0.0.1:8600');
  expect(await holderOf(lockFolder(folder))).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:8600' });
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of many takers at once exactly one gets the folder', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => holderOf(lockFolder(folder))));
  expect(taken.filter((holder) => holder === null)).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(['running.json']);
});

test('what a dead process left, or a file cut short, is taken over', async () => {
  for (const left of ['{"pid":2147483646,"startedAt":"","address":null}', '{"pid":', '']) {
    writeFileSync(join(folder, 'running.json'), left);
    await (await lockFolder(folder)).release();
  }
});

test('a process id that belongs to another program by now holds nothing', async () => {
  const lock = await lockFolder(folder);
  const path = join(folder, 'running.json');
  const mine = JSON.parse(readFileSync(path, 'utf8')) as { startedAt: string };
  await lock.release();
  writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: `${mine.startedAt}1`, address: null }));
  const held = await holderOf(lockFolder(folder));
  // Told apart by the start time where the kernel tells it.
  expect(held === null).toBe(process.platform === 'linux');
});
