import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeySource, readAuditKeys, readKeys } from '../../../../cloudfunctions/core/platform/crypto/keys';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xinghuo-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const [one, two, three] = [1, 2, 3].map((n) => Buffer.alloc(32, n).toString('base64')) as [string, string, string];
const key = (id: string, n: number) => ({ id, bytes: Buffer.alloc(32, n) });
const source = (more: Partial<KeySource>): KeySource => ({ mode: 'production', dataFolder: folder, ...more });
const demo = (dataFolder = folder) => readKeys({}, { mode: 'demo', dataFolder });
const configured = (env: Record<string, string>) => readKeys(env, source({}));

test('production without a key does not start, says which variable is missing, and makes no key of its own', () => {
  for (const text of [undefined, '', ' ']) {
    expect(() => readKeys({ XINGHUO_DATA_KEY: text }, source({}))).toThrow('缺少环境变量 XINGHUO_DATA_KEY');
  }
  expect(() => statSync(join(folder, 'data-key'))).toThrow('ENOENT');
});

test('a configured key is used as k1', () => {
  expect(configured({ XINGHUO_DATA_KEY: `${one}\n` }).keys).toEqual([key('k1', 1)]);
});

test('several keys keep their names and order: the first seals', () => {
  expect(configured({ XINGHUO_DATA_KEY: `k2:${two},k1:${one}` }).keys).toEqual([key('k2', 2), key('k1', 1)]);
  expect(() => configured({ XINGHUO_DATA_KEY: `${two},${one}` })).toThrow('用了同一个编号');
});

test.each([
  ['too short', Buffer.alloc(31, 1).toString('base64')],
  ['too long', Buffer.alloc(33, 1).toString('base64')],
  ['hex', 'ab'.repeat(32)],
  ['a pass phrase', 'correct horse battery staple'],
])('a key that is %s is refused by its setting’s name and without being repeated', (_name, text) => {
  for (const setting of ['XINGHUO_DATA_KEY', 'XINGHUO_EQUALITY_KEY', 'XINGHUO_AUDIT_KEY']) {
    let message = '';
    try {
      configured({ XINGHUO_DATA_KEY: one, [setting]: text });
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`${setting} 不正确：应为 32 字节的 base64 编码`);
    expect(message).not.toContain(text);
  }
});

test('equal values are found by a key of their own; without one by the oldest data key, wherever it stands', () => {
  const own = { XINGHUO_DATA_KEY: `k2:${two},k1:${one}`, XINGHUO_EQUALITY_KEY: three };
  expect(configured(own).equalityKey).toEqual(key('k1', 3));
  for (const list of [one, `k2:${two},k1:${one}`, `k1:${one},k2:${two}`, `k10:${three},k2:${two},k1:${one}`]) {
    expect(configured({ XINGHUO_DATA_KEY: list }).equalityKey).toEqual(key('k1', 1));
  }
  expect(() => configured({ ...own, XINGHUO_EQUALITY_KEY: own.XINGHUO_DATA_KEY })).toThrow('只能有一个密钥');
});

test('the audit is sealed by its own key; the one derived from the equality key goes on to verify', () => {
  const [derived, ...none] = configured({ XINGHUO_DATA_KEY: one, XINGHUO_EQUALITY_KEY: three }).auditKeys;
  expect([derived.id, derived.bytes.length, none]).toEqual(['derived', 32, []]);
  const rotated = { XINGHUO_DATA_KEY: `k2:${two}`, XINGHUO_EQUALITY_KEY: three, XINGHUO_AUDIT_KEY: one };
  expect(configured(rotated).auditKeys).toEqual([key('k1', 1), derived]);
});

test('an auditor verifies with the audit keys alone', () => {
  const audit = { XINGHUO_AUDIT_KEY: `k2:${two},k1:${one}` };
  expect(readAuditKeys(audit, source({}))).toEqual([key('k2', 2), key('k1', 1)]);
  expect(readAuditKeys({ ...audit, XINGHUO_DATA_KEY: three }, source({})).map(({ id }) => id)).toEqual([
    'k2',
    'k1',
    'derived',
  ]);
  expect(() => readAuditKeys({}, source({}))).toThrow('XINGHUO_DATA_KEY');
});

test('the demo makes its keys once, for their owner only, and reads them ever after', () => {
  const first = demo();
  const made = { 'data-key': first.keys[0], 'equality-key': first.equalityKey };
  for (const [name, { bytes }] of Object.entries(made)) {
    const path = join(folder, name);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe(`${bytes.toString('base64')}\n`);
  }
  expect(first.equalityKey.bytes.equals(first.keys[0].bytes)).toBe(false);
  expect(demo()).toEqual(first);
});

test('a demo from before there were two keys goes on comparing under its data key, also when that is replaced', () => {
  writeFileSync(join(folder, 'data-key'), `${one}\n`);
  expect(demo().equalityKey).toEqual(key('k1', 1));
  writeFileSync(join(folder, 'data-key'), `k2:${two}\n`);
  expect(demo()).toMatchObject({ keys: [key('k2', 2)], equalityKey: key('k1', 1) });
});

test('the demo makes the data folder when it is not there yet, and each installation has its own key', () => {
  const [a, b] = [demo(join(folder, 'new', 'a')), demo(join(folder, 'new', 'b'))];
  expect(a.keys[0].bytes.equals(b.keys[0].bytes)).toBe(false);
});

test('a damaged demo key is never replaced in silence, since what it sealed would be lost', () => {
  writeFileSync(join(folder, 'data-key'), 'broken');
  expect(() => demo()).toThrow('32 字节的 base64 编码');
  expect(readFileSync(join(folder, 'data-key'), 'utf8')).toBe('broken');
});
