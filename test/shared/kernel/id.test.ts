import { instantOfId, isUuid, leastIdOf, makeUuidV7 } from '@shared/kernel/id';
import fc from 'fast-check';

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });

describe('An id', () => {
  test('is the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(makeUuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('is a UUID of version 7 in the usual variant, whatever the randomness', () => {
    fc.assert(
      fc.property(instant, tenBytes, (now, random) => {
        const id = makeUuidV7(now, random);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(isUuid(id)).toBe(true);
      }),
    );
  });

  test('made later sorts later', () => {
    fc.assert(
      fc.property(instant, tenBytes, tenBytes, (now, one, two) => {
        expect(makeUuidV7(now, one) < makeUuidV7(now + 1, two)).toBe(true);
      }),
    );
  });

  test('tells its instant, and is not below the least of it', () => {
    fc.assert(
      fc.property(instant, tenBytes, (now, random) => {
        const id = makeUuidV7(now, random);
        expect(instantOfId(id)).toBe(now);
        expect(leastIdOf(now) <= id && id < leastIdOf(now + 1)).toBe(true);
      }),
    );
  });

  test('is not made of too little randomness or of an impossible time', () => {
    expect(() => makeUuidV7(0, new Uint8Array(9))).toThrow(new RangeError('ten random bytes are needed, not 9'));
    expect(() => makeUuidV7(1.5, new Uint8Array(10))).toThrow(new RangeError('not a time: 1.5'));
  });

  test('is told from other text', () => {
    const texts = ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e279b07cc398c4dc0c0c07398f', '', 'entry'];
    expect(texts.map(isUuid)).toEqual([false, false, false, false]);
  });
});
