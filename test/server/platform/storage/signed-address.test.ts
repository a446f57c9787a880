import { signAddress, verifyAddress } from '../../../../cloudfunctions/core/platform/storage/signed-address';

const key = Buffer.alloc(32, 3);
const address = {
  uploadId: '0199aa00-0000-7000-8000-000000000001',
  personId: '0199aa00-0000-7000-8000-000000000002',
  expiresAt: Date.parse('2026-10-15T10:05:00+08:00'),
};
const before = address.expiresAt - 1;
const invalid = { ok: false, code: 'ADDRESS_INVALID', message: '文件地址无效，请返回页面重新打开。' };

test('an address opens its upload for its person until its time', () => {
  const token = signAddress(address, key);
  expect(verifyAddress(token, before, key)).toEqual({
    ok: true,
    uploadId: address.uploadId,
    personId: address.personId,
  });
});

test('at its very time and after it is expired', () => {
  const token = signAddress(address, key);
  const expired = { ok: false, code: 'ADDRESS_EXPIRED', message: '文件地址已过期，请返回页面重新打开。' };
  expect(verifyAddress(token, address.expiresAt, key)).toEqual(expired);
  expect(verifyAddress(token, address.expiresAt + 86_400_000, key)).toEqual(expired);
});

test('any changed character makes it invalid, the last one too', () => {
  const token = signAddress(address, key);
  for (let i = 0; i < token.length; i += 1) {
    const changed = `${token.slice(0, i)}${token[i] === 'a' ? 'b' : 'a'}${token.slice(i + 1)}`;
    expect(verifyAddress(changed, before, key)).toEqual(invalid);
  }
});

test('another person, another upload or a later time cannot be written in', () => {
  const [upload, person, expiry, mac] = signAddress(address, key).split('.');
  const other = '0199aa00-0000-7000-8000-000000000009';
  const later = (address.expiresAt + 1).toString(36);
  for (const forged of [
    [other, person, expiry, mac],
    [upload, other, expiry, mac],
    [upload, person, later, mac],
    [person, upload, expiry, mac],
  ]) {
    expect(verifyAddress(forged.join('.'), before, key)).toEqual(invalid);
  }
});

test('a token of another key, an expired forgery, and rubbish are invalid alike', () => {
  expect(verifyAddress(signAddress(address, Buffer.alloc(32, 4)), before, key)).toEqual(invalid);
  expect(verifyAddress(signAddress({ ...address, expiresAt: 1 }, Buffer.alloc(32, 4)), before, key)).toEqual(invalid);
  for (const rubbish of ['', '...', 'a.b.c.d', `${signAddress(address, key)}.x`, '../../etc/passwd']) {
    expect(verifyAddress(rubbish, before, key)).toEqual(invalid);
  }
});

test('it fits into a path without escaping', () => {
  const token = signAddress(address, key);
  expect(encodeURIComponent(token)).toBe(token);
});
