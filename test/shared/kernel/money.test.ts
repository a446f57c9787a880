import { formatWan, formatYuan } from '@shared/kernel/money';

describe('Money', () => {
  test.each([
    [123_450, '1,234.50'],
    [0, '0.00'],
    [5, '0.05'],
    [-7, '-0.07'],
    [100_000_000_000, '1,000,000,000.00'],
    [-123_456_789, '-1,234,567.89'],
    [99_999, '999.99'],
  ])('of %p fen is written %s yuan', (fen, yuan) => {
    expect(formatYuan(fen)).toBe(yuan);
  });

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
    expect(() => formatYuan(1.5)).toThrow(new RangeError('not an amount in fen: 1.5'));
    expect(() => formatWan(2 ** 53)).toThrow(new RangeError('not an amount in fen: 9007199254740992'));
  });
});
