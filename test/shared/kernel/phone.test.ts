import { checkPhone, maskPhone } from '@shared/kernel/phone';

describe('A mobile number', () => {
  test.each(['19912345678', '199 1234 5678', '199-1234-5678', '+86 19912345678', '008619912345678'])(
    'is read from %p',
    (text) => {
      expect(checkPhone(text)).toEqual({ ok: true, value: '19912345678' });
    },
  );

  test.each(['', '12812345678', '1991234567', '199123456789', '0357-2012345', '一三八12345678'])(
    'is not read from %p',
    (text) => {
      expect(checkPhone(text)).toEqual({ ok: false, code: 'PHONE_FORMAT', message: '请填写 11 位手机号码' });
    },
  );

  test('is shown masked', () => {
    expect(maskPhone('19912345678')).toBe('199****5678');
    expect(maskPhone('1234')).toBe('****');
  });
});
