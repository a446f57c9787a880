import { openRandom } from '../../../../cloudfunctions/core/platform/crypto/random';

test('every piece has its length, none is given twice, and what was given stays', () => {
  const random = openRandom();
  const pieces = Array.from({ length: 2000 }, (_, n) => random(8 + (n % 25)));
  const asGiven = pieces.map((piece) => Buffer.from(piece).toString('hex'));
  random(10_000);
  expect(pieces.map(({ length }) => length)).toEqual(pieces.map((_, n) => 8 + (n % 25)));
  expect(new Set(asGiven).size).toBe(pieces.length);
  expect(pieces.map((piece) => Buffer.from(piece).toString('hex'))).toEqual(asGiven);
});

test('more than is drawn at once is given too', () => {
  expect(openRandom()(5000)).toHaveLength(5000);
});
