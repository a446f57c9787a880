import type { DataKey } from '../../../../cloudfunctions/core/platform/crypto/data-key';
import { open, seal, UnsealError } from '../../../../cloudfunctions/core/platform/crypto/seal';

const key: DataKey = { id: 'k1', bytes: Buffer.alloc(32, 7) };
const newer: DataKey = { id: 'k2', bytes: Buffer.alloc(32, 9) };
const place = 'person:0199aa00-0000-7000-8000-000000000001:id-number';
const plain = '141033199001011234';

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof UnsealError) return error.code;
    throw error;
  }
  return 'opened';
}

test('what is sealed opens again, Chinese and the empty text too', () => {
  for (const text of [plain, '张三', '']) expect(open(seal(text, key, place), [key], place)).toBe(text);
});

test('a sealed value is the key id, a 12-byte iv, a 16-byte tag and the cipher, and shows nothing of the plain', () => {
  const sealed = seal(plain, key, place);
  expect(sealed).toMatch(/^k1\.[\w-]{16}\.[\w-]{22}\.[\w-]{24}$/);
  expect(sealed).not.toContain(plain);
});

test('the same value never seals to the same text', () => {
  const all = new Set(Array.from({ length: 100 }, () => seal(plain, key, place)));
  expect(all.size).toBe(100);
});

test('a value moved to another row or column does not open', () => {
  const sealed = seal(plain, key, place);
  expect(codeOf(() => open(sealed, [key], place.replace('1:id', '2:id')))).toBe('SEAL_BROKEN');
  expect(codeOf(() => open(sealed, [key], place.replace('id-number', 'phone')))).toBe('SEAL_BROKEN');
});

test('changing any one character is noticed', () => {
  const sealed = seal(plain, key, place);
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = `${sealed.slice(0, i)}${sealed[i] === 'A' ? 'B' : 'A'}${sealed.slice(i + 1)}`;
    expect(['SEAL_BROKEN', 'SEAL_MALFORMED', 'SEAL_KEY_UNKNOWN']).toContain(codeOf(() => open(changed, [key], place)));
  }
});

test('a shortened tag is refused', () => {
  const [id, iv, tag = '', text] = seal(plain, key, place).split('.');
  expect(codeOf(() => open([id, iv, tag.slice(0, 6), text].join('.'), [key], place))).toBe('SEAL_MALFORMED');
});

test('after a change of key the old values open by the old key, which no longer seals', () => {
  const old = seal(plain, key, place);
  expect(open(old, [newer, key], place)).toBe(plain);
  expect(codeOf(() => open(old, [newer], place))).toBe('SEAL_KEY_UNKNOWN');
  expect(codeOf(() => open(old, [{ ...newer, id: 'k1' }], place))).toBe('SEAL_BROKEN');
});

test('the error of a value that cannot be opened holds neither the value nor the place', () => {
  const sealed = seal(plain, key, place);
  let message = '';
  try {
    open(sealed, [key], 'elsewhere');
  } catch (error) {
    message = String(error);
  }
  expect(message).toBe('UnsealError: A sealed value cannot be opened: SEAL_BROKEN');
});
