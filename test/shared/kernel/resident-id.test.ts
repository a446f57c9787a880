import {
  ageOn,
  checkDigitOf,
  checkResidentId,
  coverResidentIds,
  hasCoveredId,
  holdsResidentId,
  maskResidentId,
} from '@shared/kernel/resident-id';
import fc from 'fast-check';

const today = '2026-11-23';

/** ISO 7064 MOD 11-2 as its pure recursive system, written without the table of weights. */
function recursiveCheck(first17: string): string {
  let product = 0;
  for (const digit of first17) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  return check === 10 ? 'X' : String(check);
}

const numbers = fc
  .tuple(
    fc.stringMatching(/^\d{6}$/),
    fc.integer({ min: 1940, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.stringMatching(/^\d{3}$/),
  )
  .map(([place, year, month, day, order]) => {
    const first17 = `${place}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`;
    return first17 + recursiveCheck(first17);
  });

describe("A resident's identity number", () => {
  test('is the worked example of GB 11643: check X', () => {
    expect(checkResidentId('11010519491231002X', today)).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(checkDigitOf('44052418800101001')).toBe('4');
  });

  test('may end in a small x and hold spaces', () => {
    expect(checkResidentId(' 110105 19491231 002x ', today)).toMatchObject({
      ok: true,
      idNumber: '11010519491231002X',
    });
  });

  test('may begin with the code of a place that no longer exists, or never did', () => {
    expect(checkResidentId(`14262319850214001${recursiveCheck('14262319850214001')}`, today)).toMatchObject({
      ok: true,
      birthDate: '1985-02-14',
      sex: 'male',
    });
    expect(checkResidentId(`99999919850214002${recursiveCheck('99999919850214002')}`, today)).toMatchObject({
      ok: true,
    });
  });

  test.each(['', '11010519491231002', '11010519491231002XX', 'A1010519491231002X', '110105491231002'])(
    '%p has not the form',
    (text) => {
      expect(checkResidentId(text, today)).toEqual({
        ok: false,
        code: 'RESIDENT_ID_FORMAT',
        message: '身份证号应为 18 位：前 17 位是数字，最后一位是数字或字母 X',
      });
    },
  );

  test.each(['20000230', '20010229', '20001301', '20000100', '20261124'])(
    'with the birth date %s is refused',
    (birth) => {
      const first17 = `141000${birth}001`;
      expect(checkResidentId(first17 + recursiveCheck(first17), today)).toEqual({
        ok: false,
        code: 'RESIDENT_ID_BIRTH_DATE',
        message: '身份证号第 7 至 14 位不是有效的出生日期，请核对',
      });
    },
  );

  test.each(['20000229', '20261123'])('with the birth date %s is accepted', (birth) => {
    const first17 = `141000${birth}001`;
    expect(checkResidentId(first17 + recursiveCheck(first17), today)).toMatchObject({ ok: true });
  });

  test('with a wrong check digit is refused', () => {
    expect(checkResidentId('110105194912310021', today)).toEqual({
      ok: false,
      code: 'RESIDENT_ID_CHECK_DIGIT',
      message: '身份证号有误，请对照身份证逐位核对',
    });
  });

  test('agrees with the recursive form of ISO 7064, for every check character', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(numbers, (number) => {
        seen.add(number.charAt(17));
        expect(checkResidentId(number, today)).toMatchObject({ ok: true, idNumber: number });
      }),
      { numRuns: 500, seed: 11643 },
    );
    expect([...seen].sort().join('')).toBe('0123456789X');
  });

  test('with any one digit mistyped, or any two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const wrong = (Number(number.charAt(at)) + by) % 10;
        expect(checkResidentId(number.slice(0, at) + wrong + number.slice(at + 1), today).ok).toBe(false);
        const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        if (swapped !== number) expect(checkResidentId(swapped, today).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('is shown masked', () => {
    expect(maskResidentId('142623198502140012')).toBe('1426**********0012');
    expect(maskResidentId('12345')).toBe('*****');
  });

  test('needs seventeen digits to have a check digit', () => {
    expect(() => checkDigitOf('1234')).toThrow(new RangeError('seventeen digits are needed'));
  });
});

describe('Age', () => {
  test.each([
    ['2009-10-15', '2025-10-15', 16],
    ['2009-10-16', '2025-10-15', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2025-02-28', 16],
    ['2009-03-01', '2025-02-28', 15],
    ['2008-02-29', '2024-02-28', 15],
    ['2000-01-01', '2000-12-31', 0],
  ])('of someone born on %s is, on %s, %p', (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });
});

describe('A text', () => {
  const id = '11010519491231002X';
  test.each([
    id,
    `我的身份证是${id}，请查收`,
    '110105 19491231 002x',
    '110105-19491231-002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    `110105\u200b19491231\u200b002X`,
    `电话 19900008000 ${id}`,
  ])('%j holds a number', (text) => {
    expect(holdsResidentId(text)).toBe(true);
  });

  test.each(['', '110105194912310021', '91350100M000100Y43', '6222021001116245702', '19900008000', `9${id}`])(
    '%j holds none',
    (text) => {
      expect(holdsResidentId(text)).toBe(false);
    },
  );

  test.each([
    [`张三${id}.jpg`, '张三1101××××××××××002X.jpg'],
    ['110105 19491231 002x 正面.png', '1101××××××××××002X 正面.png'],
    [`${id}和${id}.pdf`, '1101××××××××××002X和1101××××××××××002X.pdf'],
    ['１１０１０５１９４９１２３１００２Ｘ.jpg', '1101××××××××××002X.jpg'],
  ])('the number in %j is covered', (text, shown) => {
    const once = coverResidentIds(text);
    expect([once, hasCoveredId(once), coverResidentIds(once)]).toEqual([shown, true, shown]);
  });

  test.each(['计划书（终稿）.pdf', `9${id}.jpg`, 'IMG_20261126_091500123456.jpg', '６月.pdf'])(
    '%j has nothing to cover and stays',
    (text) => {
      expect([coverResidentIds(text), hasCoveredId(text)]).toEqual([text, false]);
    },
  );
});
