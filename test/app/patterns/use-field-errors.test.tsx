import { act, renderHook } from '@testing-library/react';
import { Failure } from '../../../src/client/transport/failure';
import { useFieldErrors } from '../../../src/patterns/use-field-errors';

type Missing = { name: string | false; reason: string | null };
const form = (missing: Missing, failure: Failure | null = null) =>
  renderHook(({ asked, refusal }) => useFieldErrors(refusal, asked, (field) => `here-${field}`), {
    initialProps: { asked: missing, refusal: failure },
  });

test('what is missing is said once somebody tried, and the first of it is brought into sight', () => {
  const missing = { name: false as const, reason: '请写明理由' };
  document.body.innerHTML = '<input id="here-name"><input id="here-reason">';
  const { result, rerender } = form(missing);
  expect(result.current.of('reason')).toBeUndefined();
  act(() => expect(result.current.complete()).toBe(false));
  expect(document.activeElement?.id).toBe('here-reason');
  expect([result.current.of('name'), result.current.of('reason')]).toEqual([undefined, '请写明理由']);
  rerender({ asked: { name: false, reason: null }, refusal: null });
  expect(result.current.of('reason')).toBeUndefined();
  act(() => expect(result.current.complete()).toBe(true));
  rerender({ asked: missing, refusal: null });
  expect(result.current.of('reason')).toBeUndefined();
});

test('a refusal stands beside its field; what belongs to none of them is said for the whole', () => {
  const nothing = { name: false as const, reason: null };
  const refused = (fields: Record<string, string>) =>
    form(nothing, new Failure('MALFORMED', '有 1 处填写有误，已在下方标红说明', fields)).result.current;
  const beside = refused({ reason: '请不要在这里填写身份证号，删去后再保存' });
  expect([beside.of('reason'), beside.of('name'), beside.general]).toEqual([
    '请不要在这里填写身份证号，删去后再保存',
    undefined,
    null,
  ]);
  // Nothing would be marked below: the sentence is said itself.
  expect(refused({ version: '应为整数', reason: '太长' }).general).toBe('应为整数');
  expect(refused({ 'row.3': '日期不对' }).general).toBe('有 1 处填写有误，已在下方标红说明');
  expect(refused({ 'reason.0.text': '太长' })).toMatchObject({ general: null });
  expect(refused({ 'reason.0.text': '太长' }).of('reason')).toBe('太长');
  expect(refused({}).general).toBe('有 1 处填写有误，已在下方标红说明');
  expect(form(nothing).result.current.general).toBeNull();
});

test('what the server refused comes into sight beside its field, once a refusal', () => {
  document.body.innerHTML = '<input id="here-name"><input id="here-reason">';
  const asked = { name: false as const, reason: null };
  const { rerender } = form(asked);
  const refusal = new Failure('MALFORMED', '有 1 处填写有误', { reason: '太长' });
  rerender({ asked, refusal } as never);
  expect(document.activeElement?.id).toBe('here-reason');
  document.getElementById('here-name')?.focus();
  rerender({ asked, refusal } as never);
  expect(document.activeElement?.id).toBe('here-name');
});
