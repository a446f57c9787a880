import { ok, refuse } from '@shared/kernel/result';

describe('An outcome', () => {
  test('carries the value when a rule let it through', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 });
  });

  test('carries a code, a sentence and, when fields are at fault, a sentence for each', () => {
    expect(refuse('AREA_REASON', '不可以')).toEqual({ ok: false, code: 'AREA_REASON', message: '不可以' });
    expect(refuse('AREA_REASON', '不可以', { 'leader.phone': '请填写' })).toEqual({
      ok: false,
      code: 'AREA_REASON',
      message: '不可以',
      fields: { 'leader.phone': '请填写' },
    });
  });
});
