import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskStorage } from '../../../../cloudfunctions/core/platform/storage/disk-storage';
import type { Opened, StreamingStorage } from '../../../../cloudfunctions/core/platform/storage/storage';
import { sweepIncoming } from '../../../../cloudfunctions/core/platform/storage/sweep-incoming';
import { streamPdf } from '../../../support/sample-files/pdf';

const key = '0199aa00-0000-7000-8000-000000000001';
const other = '0199aa00-0000-7000-8000-000000000002';
const roomy = { maxBytes: 1024 };
let folder = '';
let storage: StreamingStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinghuo-storage-'));
  storage = await openDiskStorage(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...texts: readonly string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const incoming = () => readdir(join(folder, 'incoming'));

async function textOf(opened: Opened): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of opened.bytes) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

async function settled(text: string, under = key): Promise<string> {
  const { sha256 } = await storage.receive(under, pieces(text), roomy);
  await (await storage.take(under, roomy)).settle({ sha256, kind: 'pdf' });
  await storage.discard(under);
  return sha256;
}

describe('receiving', () => {
  test('answers size, hash and first bytes, and keeps the file for its owner only', async () => {
    const received = await storage.receive(key, pieces('星', '火', ''), roomy);
    expect(received).toEqual({ size: 6, sha256: hashOf('星火'), head: Buffer.from('星火') });
    expect(await incoming()).toEqual([key]);
    expect((await stat(join(folder, 'incoming', key))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'incoming'))).mode & 0o777).toBe(0o700);
  });

  test('the first bytes are 4,096 at most, across pieces', async () => {
    const { head, size } = await storage.receive(key, pieces('a'.repeat(4000), 'b'.repeat(4000)), { maxBytes: 8000 });
    expect([size, head.toString()]).toEqual([8000, 'a'.repeat(4000) + 'b'.repeat(96)]);
  });

  test('exactly the limit passes', async () => {
    expect((await storage.receive(key, pieces('12345', '67890'), { maxBytes: 10 })).size).toBe(10);
  });

  test('one byte more is refused at that byte, nothing further is read, and nothing stays behind', async () => {
    const asked: number[] = [];
    let closed = false;
    async function* source() {
      try {
        for (let i = 0; i < 1000; i += 1) {
          asked.push(i);
          yield Buffer.alloc(i === 2 ? 3 : 4);
        }
      } finally {
        closed = true;
      }
    }
    const refused = storage.receive(key, source(), { maxBytes: 10 });
    await expect(refused).rejects.toMatchObject({
      code: 'UPLOAD_TOO_LARGE',
      message: '文件超过大小上限，上传已停止。请压缩后重新上传。',
    });
    expect(asked).toEqual([0, 1, 2]);
    expect(closed).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  test('a transfer that breaks off leaves nothing behind and passes on its error', async () => {
    async function* source() {
      yield Buffer.from('half');
      throw new Error('connection lost');
    }
    await expect(storage.receive(key, source(), roomy)).rejects.toThrow('connection lost');
    expect(await incoming()).toEqual([]);
  });

  test('60 MB stream through one reused 64 KB of memory, each piece on disk before the next is asked for', async () => {
    const memory = Buffer.alloc(64 * 1024);
    const expected = createHash('sha256');
    const behind: number[] = [];
    async function* source() {
      for (let i = 0; i < 960; i += 1) {
        if (i % 120 === 1) {
          const [part = ''] = await incoming();
          behind.push(i * memory.length - (await stat(join(folder, 'incoming', part))).size);
        }
        memory.fill(i); // whoever kept the last piece instead of writing it would hash and write this one
        expected.update(memory);
        yield memory;
      }
    }
    const received = await storage.receive(key, source(), { maxBytes: 60 * 1024 * 1024 });
    expect(behind).toEqual(Array(8).fill(0));
    expect([received.size, received.sha256]).toEqual([62_914_560, expected.digest('hex')]);
    const written = createHash('sha256')
      .update(await readFile(join(folder, 'incoming', key)))
      .digest('hex');
    expect(written).toBe(received.sha256);
  });

  test('a 60 MB document against a limit of 20 MB is cut off right after 20 MB', async () => {
    let sent = 0;
    async function* counted() {
      for await (const chunk of streamPdf(60 * 1024 * 1024)) {
        sent += chunk.length;
        yield chunk;
      }
    }
    const limit = 20 * 1024 * 1024;
    await expect(storage.receive(key, counted(), { maxBytes: limit })).rejects.toMatchObject({
      code: 'UPLOAD_TOO_LARGE',
    });
    expect(sent).toBeGreaterThan(limit);
    expect(sent).toBeLessThanOrEqual(limit + 64 * 1024);
    expect(await incoming()).toEqual([]);
  });

  test('a second transfer of the same upload replaces the first, only once it is whole', async () => {
    await storage.receive(key, pieces('first'), roomy);
    await expect(storage.receive(key, pieces('x'.repeat(2000)), roomy)).rejects.toMatchObject({
      code: 'UPLOAD_TOO_LARGE',
    });
    expect(await readFile(join(folder, 'incoming', key), 'utf8')).toBe('first');
    await storage.receive(key, pieces('second'), roomy);
    expect((await (await storage.take(key, roomy)).read(0, 10)).toString()).toBe('second');
  });

  test.each(['', '..', '../x', 'a/b', 'a\\b', '.hidden', 'a\u0000', 'x'.repeat(129)])(
    'the key %j is refused',
    async (bad) => {
      await expect(storage.receive(bad, pieces('x'), roomy)).rejects.toThrow('letters, digits and hyphens');
    },
  );
});

describe('reading in places', () => {
  test('answers the bytes asked for, fewer at the end, none beyond', async () => {
    await storage.receive(key, pieces('0123456789'), roomy);
    const file = await storage.take(key, roomy);
    expect(file.size).toBe(10);
    const read = async (offset: number, length: number) => (await file.read(offset, length)).toString();
    expect([await read(0, 3), await read(8, 5), await read(10, 5), await read(99, 5)]).toEqual(['012', '89', '', '']);
    expect(await file.sha256()).toBe(hashOf('0123456789'));
  });

  test('of an upload that never came says so', async () => {
    await expect(storage.take(key, roomy)).rejects.toMatchObject({ code: 'UPLOAD_MISSING' });
  });
});

describe('settling', () => {
  test('moves the bytes to the name of their content, for the owner only', async () => {
    const sha256 = await settled('plan');
    const path = join(folder, sha256.slice(0, 2), sha256);
    expect(await readFile(path, 'utf8')).toBe('plan');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect([await incoming(), await readdir(join(folder, 'settling'))]).toEqual([[], []]);
  });

  test('stores the same content once', async () => {
    const sha256 = await settled('plan');
    expect(await settled('plan', other)).toBe(sha256);
    expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([sha256]);
    expect(await incoming()).toEqual([]);
  });

  test('a transfer after the taking changes nothing: what was judged is what is kept', async () => {
    await storage.receive(key, pieces('judged'), roomy);
    const file = await storage.take(key, roomy);
    await storage.receive(key, pieces('swapped'), roomy);
    expect([(await file.read(0, 10)).toString(), await file.sha256()]).toEqual(['judged', hashOf('judged')]);
    // Taken again, as after a crash, it is still the first.
    await (await storage.take(key, roomy)).settle({ sha256: hashOf('judged'), kind: 'pdf' });
    expect(await textOf(await storage.open(hashOf('judged')))).toBe('judged');
    await storage.discard(key);
    expect([await incoming(), await readdir(join(folder, 'settling'))]).toEqual([[], []]);
  });

  test('refuses to name bytes by another content than theirs, and keeps none of them', async () => {
    await storage.receive(key, pieces('plan'), roomy);
    const file = await storage.take(key, roomy);
    await expect(file.settle({ sha256: hashOf('other'), kind: 'pdf' })).rejects.toMatchObject({
      code: 'UPLOAD_CHANGED',
    });
    await expect(storage.open(hashOf('other'))).rejects.toMatchObject({ code: 'FILE_MISSING' });
    expect(await readdir(join(folder, 'settling'))).toEqual([key]);
  });

  test('two who take and settle the same file at once do no harm', async () => {
    const { sha256 } = await storage.receive(key, pieces('plan'), roomy);
    const takers = await Promise.all([storage.take(key, roomy), storage.take(key, roomy)]);
    await Promise.all(takers.map((file) => file.settle({ sha256, kind: 'pdf' })));
    expect(await textOf(await storage.open(sha256))).toBe('plan');
  });

  test('more than the limit is said', async () => {
    await storage.receive(key, pieces('plan'), roomy);
    await expect(storage.take(key, { maxBytes: 3 })).rejects.toMatchObject({ code: 'UPLOAD_TOO_LARGE' });
  });
});

describe('opening', () => {
  test('gives the whole or a part, with the size of the whole', async () => {
    const sha256 = await settled('0123456789');
    const whole = await storage.open(sha256);
    expect([whole.size, whole.range, await textOf(whole)]).toEqual([10, { start: 0, end: 9 }, '0123456789']);
    const part = await storage.open(sha256, { start: 2, end: 4 });
    expect([part.size, part.range, await textOf(part)]).toEqual([10, { start: 2, end: 4 }, '234']);
    const tail = await storage.open(sha256, { start: 9, end: 500 });
    expect([tail.range, await textOf(tail)]).toEqual([{ start: 9, end: 9 }, '9']);
  });

  test('a range outside the file is refused', async () => {
    const sha256 = await settled('0123456789');
    for (const range of [
      { start: 10, end: 12 },
      { start: 5, end: 4 },
      { start: -1, end: 4 },
    ]) {
      await expect(storage.open(sha256, range)).rejects.toMatchObject({ code: 'RANGE_NOT_SATISFIABLE' });
    }
  });

  test('an unknown content is missing, and a name that is no hash never reaches the disk', async () => {
    await expect(storage.open(hashOf('nothing'))).rejects.toMatchObject({ code: 'FILE_MISSING' });
    await expect(storage.open('../incoming/x')).rejects.toThrow('SHA-256');
  });
});

describe('forgetting', () => {
  test('erases settled bytes, and does not mind when there are none', async () => {
    const sha256 = await settled('plan');
    const content = { sha256, kind: 'pdf' } as const;
    expect([await storage.erase(content), await storage.erase(content)]).toEqual([true, true]);
    await expect(storage.open(sha256)).rejects.toMatchObject({ code: 'FILE_MISSING' });
  });

  test('removes what was received, not what was settled, and does not mind when there is nothing', async () => {
    const sha256 = await settled('plan');
    await storage.receive(key, pieces('again'), roomy);
    await storage.discard(key);
    await storage.discard(key);
    expect(await incoming()).toEqual([]);
    expect(await textOf(await storage.open(sha256))).toBe('plan');
  });

  test('the sweep removes old leavings, broken transfers too, and leaves young and settled ones', async () => {
    const sha256 = await settled('plan');
    const now = Date.parse('2026-10-15T00:00:00+08:00');
    const old = new Date(now - 86_400_001);
    for (const name of ['incoming/old', 'incoming/broken.part', 'settling/stuck', 'incoming/young']) {
      await writeFile(join(folder, name), 'x');
      await utimes(join(folder, name), old, name.endsWith('young') ? new Date(now) : old);
    }
    await utimes(join(folder, sha256.slice(0, 2), sha256), old, old);
    expect(await sweepIncoming(folder, now - 86_400_000)).toBe(3);
    expect(await incoming()).toEqual(['young']);
    expect(await textOf(await storage.open(sha256))).toBe('plan');
  });
});
