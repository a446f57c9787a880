import { checkOfficePhone, checkPhone, maskPhone } from '@shared/kernel/phone';

describe('A mobile number', () => {
  test.each([
    '19912345678',
    '199 1234 5678',
    '199-1234-5678',
    '+86 19912345678',
    '008619912345678',
    '8619912345678',
    '019912345678',
    '（＋86）199.1234.5678',
    '１９９１２３４５６７８',
    '\u202d19912345678\u202c',
  ])('is read from %p', (text) => {
    expect(checkPhone(text)).toEqual({ ok: true, value: '19912345678' });
  });

  test('is shown masked', () => {
    expect(maskPhone('19912345678')).toBe('199****5678');
    expect(maskPhone('1234')).toBe('****');
  });
});

describe('A landline', () => {
  test.each([
    ['0357-2012345', '0357-2012345'],
    ['03572012345', '0357-2012345'],
    ['（0357）2012345', '0357-2012345'],
    ['0357—2012345', '0357-2012345'],
    ['+86 357 2012345', '0357-2012345'],
    ['010 12345678', '010-12345678'],
    ['0357-2012345转801', '0357-2012345-801'],
    ['0357-2012345-801', '0357-2012345-801'],
  ])('is read from %p', (text, value) => {
    expect(checkPhone(text)).toEqual({ ok: true, value });
    expect(checkPhone(value)).toEqual({ ok: true, value });
  });

  test('is shown masked, with its area', () => {
    expect(maskPhone('0357-2012345')).toBe('0357-****345');
    expect(maskPhone('010-12345678-801')).toBe('010-****678');
  });
});

test.each(['', '12812345678', '1991234567', '199123456789', '2012345', '0357-201234', '一三八12345678'])(
  'no number is read from %p',
  (text) => {
    expect(checkPhone(text)).toEqual({
      ok: false,
      code: 'PHONE_FORMAT',
      message: '请填写 11 位手机号，或带区号的座机，如 0357-2012345',
    });
  },
);

describe('An office', () => {
  test.each([
    ['400 123 4567', '400-123-4567'],
    ['８００-１２３４５６７', '800-123-4567'],
    ['12333', '12333'],
    ['0357-12333', '0357-12333'],
    ['（0357）12345', '0357-12345'],
    ['95588', '95588'],
    ['955881', '955881'],
    ['03572012345', '0357-2012345'],
    ['199 1234 5678', '19912345678'],
  ])('is reached by %p', (text, value) => {
    expect(checkOfficePhone(text)).toEqual({ ok: true, value });
    expect(checkOfficePhone(value)).toEqual({ ok: true, value });
  });

  test.each(['', '110', '13333', '9558', '400-123-456', '0357-95588-1'])('is not reached by %p', (text) => {
    expect(checkOfficePhone(text)).toEqual({
      ok: false,
      code: 'PHONE_FORMAT',
      message: '请填写手机号、带区号的座机或服务热线，如 0357-2012345、12333',
    });
  });

  test('a service line is nobody’s own number', () => {
    expect(checkPhone('12333').ok).toBe(false);
  });
});
