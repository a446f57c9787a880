import type { DataKey } from '../../../../cloudfunctions/core/platform/crypto/data-key';
import { deriveKey } from '../../../../cloudfunctions/core/platform/crypto/derive-key';
import { equality } from '../../../../cloudfunctions/core/platform/crypto/equality';

const key: DataKey = { id: 'k1', bytes: Buffer.alloc(32, 1) };
const other: DataKey = { id: 'k1', bytes: Buffer.alloc(32, 2) };

test('equal values have equal fingerprints of 64 hex digits, others do not', () => {
  const one = equality('14103319900101123X', 'person:id-number', key);
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(equality('14103319900101123X', 'person:id-number', key)).toBe(one);
  expect(equality('141033199001011231', 'person:id-number', key)).not.toBe(one);
});

test('the same value in another column or under another key cannot be linked', () => {
  const one = equality('19900000000', 'person:phone', key);
  expect(equality('19900000000', 'member:phone', key)).not.toBe(one);
  expect(equality('19900000000', 'person:phone', other)).not.toBe(one);
});

test('a derived key has 32 bytes, differs by purpose, and is not the data key', () => {
  const address = deriveKey(key, 'file-address');
  expect(address).toHaveLength(32);
  expect(address.equals(deriveKey(key, 'file-address'))).toBe(true);
  expect(address.equals(deriveKey(key, 'equality:person:phone'))).toBe(false);
  expect(address.equals(key.bytes)).toBe(false);
});
