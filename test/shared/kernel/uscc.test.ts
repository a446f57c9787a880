import { checkUscc, usccCheckChar } from '@shared/kernel/uscc';
import fc from 'fast-check';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The standard once more: the weights as exact powers in big integers, and the check found by trying all 31. */
function triedCheck(first17: string): string {
  const total = [...first17].reduce((sum, c, i) => sum + BigInt(alphabet.indexOf(c)) * 3n ** BigInt(i), 0n);
  return [...alphabet].find((_, value) => (total + BigInt(value)) % 31n === 0n) ?? '';
}

const bodies = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

describe('A unified social credit code', () => {
  test.each(['9144030071526726XG', '91110000802100433B', '91330100799655058B', '914403001922038216'])(
    'of a well-known company, %s, is valid',
    (code) => {
      expect(checkUscc(code)).toEqual({ ok: true, value: code });
    },
  );

  test('may be typed in small letters and with spaces', () => {
    expect(checkUscc(' 9144 0300 7152 6726 xg ')).toEqual({ ok: true, value: '9144030071526726XG' });
  });

  test('agrees with the standard worked out in big integers, for every check character, 0 among them', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(bodies, (body) => {
        const check = triedCheck(body);
        seen.add(check);
        expect(usccCheckChar(body)).toBe(check);
        expect(checkUscc(body + check)).toEqual({ ok: true, value: body + check });
      }),
      { numRuns: 1_000, seed: 32100 },
    );
    expect([...seen].sort().join('')).toBe(alphabet);
  });

  test('with any one character mistyped is refused', () => {
    fc.assert(
      fc.property(bodies, fc.nat(17), fc.integer({ min: 1, max: 30 }), (body, at, by) => {
        const code = body + triedCheck(body);
        const wrong = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 31);
        expect(checkUscc(code.slice(0, at) + wrong + code.slice(at + 1))).toEqual({
          ok: false,
          code: 'USCC_CHECK_DIGIT',
          message: '统一社会信用代码有误，请对照营业执照逐位核对',
        });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '',
    '9144030071526726X',
    '9144030071526726XGG',
    '9144030071526726IG',
    '9144030071526726OG',
    '9144030071526726SG',
  ])('%p has not the form', (text) => {
    expect(checkUscc(text)).toEqual({
      ok: false,
      code: 'USCC_FORMAT',
      message: '统一社会信用代码应为 18 位数字和大写字母，其中没有字母 I、O、S、V、Z',
    });
  });

  test('needs seventeen characters of its own alphabet to have a check character', () => {
    expect(() => usccCheckChar('123')).toThrow(new RangeError('seventeen characters are needed'));
    expect(() => usccCheckChar('9144030071526726I')).toThrow(new RangeError('not a character of a credit code: I'));
  });
});
