import { checkPhone, maskPhone } from '@shared/kernel/phone';

describe('A mobile number', () => {
  test.each(['13812345678', '138 1234 5678', '138-1234-5678', '+86 13812345678', '008613812345678'])(
    'is read from %p',
    (text) => {
      expect(checkPhone(text)).toEqual({ ok: true, value: '13812345678' });
    },
  );

  test.each(['', '12812345678', '1381234567', '138123456789', '0357-2012345', '一三八12345678'])(
    'is not read from %p',
    (text) => {
      expect(checkPhone(text)).toEqual({ ok: false, code: 'PHONE_FORMAT', message: '请填写11位手机号码' });
    },
  );

  test('is shown masked', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('1234')).toBe('****');
  });
});
