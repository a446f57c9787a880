import { formatWan } from '@shared/kernel/money';

describe('Money', () => {
  test.each([
    [10_000_000, '10'],
    [1_250_000, '1.25'],
    [1, '0.000001'],
    [0, '0'],
    [-50_000_000, '-50'],
    [100_000_000_000, '100,000'],
  ])('of %p fen is exactly %s ten thousand yuan', (fen, wan) => {
    expect(formatWan(fen)).toBe(wan);
  });

  test('is never a fraction of a fen', () => {
    expect(() => formatWan(1.5)).toThrow(new RangeError('not an amount in fen: 1.5'));
    expect(() => formatWan(2 ** 53)).toThrow(new RangeError('not an amount in fen: 9007199254740992'));
  });
});
