import Taro from '@tarojs/taro';
import { Failure, networkFailure } from '../../../../src/client/transport/failure';
import { FormKeeper } from '../../../../src/patterns/forms/form-keeper';
import type { Part, Saving } from '../../../../src/patterns/forms/form-rules';

/** A part of a form that no area of ours has: what the keeper knows, it was handed. */
const stall: Part = { version: 1, data: { goods: '核桃' }, editable: true, savedAt: null };
const save = jest.fn<Promise<Part>, [Saving<'card'>, string]>();
const onSaved = jest.fn();
const keep = () =>
  new FormKeeper<Part, 'card'>(
    {
      draft: 'stall-7',
      save,
      plain: (values) => ({ ...values, goods: String(values.goods).trim() }),
      unkeepable: ({ goods }): Record<string, string> => (goods === '火药' ? { goods: '不能卖' } : {}),
      onSaved,
    },
    stall,
  );
const onDevice = () => Taro.getStorageSync('xinghuo-draft:stall-7');

beforeEach(() => {
  jest.useFakeTimers();
  save.mockReset();
  onSaved.mockReset();
  Taro.clearStorageSync();
});
afterEach(() => jest.useRealTimers());

test('a part is kept under its own name by its own rules, and the area hears what was saved', async () => {
  save.mockRejectedValueOnce(networkFailure());
  const saved = { ...stall, version: 2, data: { goods: '红枣' } };
  save.mockResolvedValueOnce(saved);
  const keeper = keep();
  keeper.change('goods', ' 红枣 ');
  await jest.advanceTimersByTimeAsync(800);
  expect(onDevice()).toEqual({ version: 1, base: { goods: '核桃' }, values: { goods: ' 红枣 ' } });
  await jest.advanceTimersByTimeAsync(5000);
  expect(save.mock.calls[1]).toEqual(save.mock.calls[0]);
  expect(save.mock.calls[1]?.[0]).toEqual({ version: 1, data: { goods: '红枣' } });
  expect(onSaved).toHaveBeenCalledWith(saved);
  expect(onDevice()).toBe('');
});

test('what the area may not keep stays on the device, with its sentence', async () => {
  const keeper = keep();
  keeper.change('goods', '火药');
  expect(await keeper.flush()).toBe(false);
  expect(keeper.read()).toMatchObject({ held: { goods: '不能卖' }, phase: 'refused' });
  expect(save).not.toHaveBeenCalled();
  expect(onDevice()).toMatchObject({ values: { goods: '火药' } });
});

test('a sealed value that is refused is told by its name, and the next one is sent', async () => {
  save.mockRejectedValueOnce(new Failure('FORM_FIELD_WRONG', '填写有误', { card: '卡号有误' }));
  save.mockResolvedValueOnce({ ...stall, version: 2 });
  const keeper = keep();
  keeper.seal('card', '1');
  await jest.advanceTimersByTimeAsync(0);
  expect(keeper.read()).toMatchObject({ sealedProblems: { card: '卡号有误' }, sealing: [] });
  keeper.seal('card', '2');
  expect(keeper.read().sealedProblems).toEqual({});
  await jest.advanceTimersByTimeAsync(0);
  expect(save.mock.lastCall?.[0].sealed).toEqual({ card: '2' });
});

test('while a sealed value stands typed that was not taken, what was kept before is not what its person means', async () => {
  save.mockRejectedValueOnce(new Failure('FORM_FIELD_WRONG', '填写有误', { card: '卡号有误' }));
  const keeper = keep();
  expect([await keeper.flush(), keeper.stuck()]).toEqual([true, null]);
  // Half a number is not sent, and holds back.
  keeper.unseal('card', '62');
  expect([await keeper.flush(), keeper.stuck(), save.mock.calls.length]).toEqual([false, 'card', 0]);
  // So does one that the server refused.
  keeper.seal('card', '1');
  expect([await keeper.flush(), keeper.stuck()]).toEqual([false, 'card']);
  // With nothing typed the one that is kept stands, and a field that is gone holds nothing back.
  keeper.unseal('card', ' ');
  expect([await keeper.flush(), keeper.stuck()]).toEqual([true, null]);
  keeper.unseal('card', '62');
  keeper.letGo('card');
  expect([await keeper.flush(), keeper.stuck()]).toEqual([true, null]);
});
