import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeys } from '../../../cloudfunctions/core/platform/crypto/keys';
import { decodeCursor, encodeCursor } from '../../../cloudfunctions/core/platform/cursor';

const folder = mkdtempSync(join(tmpdir(), 'xinghuo-cursor-'));
const { keys } = readKeys({}, { mode: 'demo', dataFolder: folder });
afterAll(() => rmSync(folder, { recursive: true }));

const filter = { contestId: 'LF-XH-2026-141033', state: 'waiting', q: '' };

test('a place comes back as it went, whatever the order of the filter’s keys', () => {
  const text = encodeCursor(keys, filter, '2026-12-01', '01990000-0000-7000-8000-000000000001');
  expect(text).toMatch(/^[\w-]+$/);
  const place = { value: '2026-12-01', id: '01990000-0000-7000-8000-000000000001' };
  expect(decodeCursor(keys, { q: '', state: 'waiting', contestId: 'LF-XH-2026-141033' }, text)).toEqual(place);
  expect(decodeCursor(keys, filter, encodeCursor(keys, filter, null, 'x'))).toEqual({ value: null, id: 'x' });
});

test('no cursor is the first page', () => {
  expect([
    decodeCursor(keys, filter, null),
    decodeCursor(keys, filter, undefined),
    decodeCursor(keys, filter, ''),
  ]).toEqual([null, null, null]);
});

test.each([
  ['another filter’s', encodeCursor(keys, { ...filter, q: '核桃' }, 1, 'x')],
  ['a broken', 'e30'],
  ['a made-up', Buffer.from('["x",1,"y"]').toString('base64url')],
  ['a not even readable', '%%%'],
])('%s cursor is refused, so that nobody reads on in a list that has changed', (_, text) => {
  expect(() => decodeCursor(keys, filter, text)).toThrow(expect.objectContaining({ code: 'CURSOR_OUTDATED' }));
});

test('a place that somebody moved is refused, however small the move', () => {
  const [mark, value, id] = JSON.parse(
    Buffer.from(encodeCursor(keys, filter, 1, 'x'), 'base64url').toString(),
  ) as unknown[];
  for (const other of [
    [mark, 2, id],
    [mark, value, 'y'],
    [mark, Number.MAX_SAFE_INTEGER, id],
    [mark, '\0', id],
  ]) {
    const text = Buffer.from(JSON.stringify(other)).toString('base64url');
    expect(() => decodeCursor(keys, filter, text)).toThrow(expect.objectContaining({ code: 'CURSOR_OUTDATED' }));
  }
});
