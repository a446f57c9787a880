import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataKeySource, readDataKeys } from '../../../../cloudfunctions/core/platform/crypto/data-key';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinghuo-data-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const one = Buffer.alloc(32, 1).toString('base64');
const two = Buffer.alloc(32, 2).toString('base64');
const source = (more: Partial<DataKeySource>): DataKeySource => ({
  mode: 'production',
  configured: undefined,
  dataFolder: folder,
  ...more,
});

test('production without a key does not start, says which variable is missing, and makes no key of its own', () => {
  for (const configured of [undefined, '', ' ']) {
    expect(() => readDataKeys(source({ configured }))).toThrow('缺少环境变量 XINGHUO_DATA_KEY');
  }
  expect(() => statSync(join(folder, 'data-key'))).toThrow('ENOENT');
});

test('a configured key is used as k1', () => {
  expect(readDataKeys(source({ configured: `${one}\n` }))).toEqual([{ id: 'k1', bytes: Buffer.alloc(32, 1) }]);
});

test('several keys keep their names and order: the first seals', () => {
  expect(readDataKeys(source({ configured: `k2:${two},k1:${one}` }))).toEqual([
    { id: 'k2', bytes: Buffer.alloc(32, 2) },
    { id: 'k1', bytes: Buffer.alloc(32, 1) },
  ]);
  expect(() => readDataKeys(source({ configured: `${two},${one}` }))).toThrow('用了同一个编号');
});

test.each([
  ['too short', Buffer.alloc(31, 1).toString('base64')],
  ['too long', Buffer.alloc(33, 1).toString('base64')],
  ['hex', 'ab'.repeat(32)],
  ['a pass phrase', 'correct horse battery staple'],
])('a key that is %s is refused without being repeated', (_name, configured) => {
  let message = '';
  try {
    readDataKeys(source({ configured }));
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain('32 字节的 base64 编码');
  expect(message).not.toContain(configured);
});

test('the demo makes its key once, for its owner only, and reads it ever after', () => {
  const [first] = readDataKeys(source({ mode: 'demo' }));
  const path = join(folder, 'data-key');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toBe(`${first.bytes.toString('base64')}\n`);
  expect(readDataKeys(source({ mode: 'demo' }))).toEqual([first]);
});

test('the demo makes the data folder when it is not there yet, and each installation has its own key', () => {
  const [a] = readDataKeys(source({ mode: 'demo', dataFolder: join(folder, 'new', 'a') }));
  const [b] = readDataKeys(source({ mode: 'demo', dataFolder: join(folder, 'new', 'b') }));
  expect(a.bytes.equals(b.bytes)).toBe(false);
});

test('a damaged demo key is never replaced in silence, since what it sealed would be lost', () => {
  writeFileSync(join(folder, 'data-key'), 'broken');
  expect(() => readDataKeys(source({ mode: 'demo' }))).toThrow('32 字节的 base64 编码');
  expect(readFileSync(join(folder, 'data-key'), 'utf8')).toBe('broken');
});
