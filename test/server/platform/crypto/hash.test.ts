import { canonicalJson, sha256Hex } from '../../../../cloudfunctions/core/platform/crypto/hash';

test('the SHA-256 of "abc" is the standard\'s vector, and Chinese is hashed as UTF-8', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex('星火')).toBe(sha256Hex(Buffer.from('e6989fe781ab', 'hex')));
});

test('keys are sorted by code unit at every depth, arrays keep their order', () => {
  expect(canonicalJson({ b: 1, a: { d: [3, 1, { z: null, y: true }], c: '蒲县' }, B: 2, 10: 'x', 9: 'y' })).toBe(
    '{"10":"x","9":"y","B":2,"a":{"c":"蒲县","d":[3,1,{"y":true,"z":null}]},"b":1}',
  );
});

test('two ways to write the same value have one hash', () => {
  expect(sha256Hex(canonicalJson({ a: 1, b: [2] }))).toBe(sha256Hex(canonicalJson({ b: [2], a: 1 })));
});

test('numbers and strings are spelled as JSON spells them', () => {
  expect(canonicalJson([1e21, -0, 0.1, '\u2028"\n', ''])).toBe('[1e+21,0,0.1,"\u2028\\"\\n",""]');
});

test('an undefined key is left out, as on the wire', () => {
  expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
});

test.each([
  ['NaN', Number.NaN],
  ['infinity', { n: Number.POSITIVE_INFINITY }],
  ['a bigint', 1n],
  ['a date', { at: new Date(0) }],
  ['a map', new Map()],
  ['undefined in a list', [undefined]],
  ['a function', () => 1],
])('%s is refused, since plain JSON cannot carry it', (_name, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
