import Taro from '@tarojs/taro';
import { Failure, networkFailure } from '../../../../src/client/transport/failure';
import { sectionKeeper } from '../../../../src/features/entry/form/section-keeper';
import { api } from '../../../support/api';
import { entryId, sectionView } from './entry-data';

const save = api.entry.saveSection;
const savedAs = (more: Parameters<typeof sectionView>[0]) => sectionView({ version: 4, ...more });
const keep = (view = sectionView()) => sectionKeeper(entryId, view, () => undefined);
const stored = () => JSON.stringify(jest.mocked(Taro.setStorageSync).mock.calls);
const onDevice = () => Taro.getStorageSync(`xinghuo-draft:${entryId}:project`);

beforeEach(() => {
  jest.useFakeTimers();
  save.mockReset();
  Taro.clearStorageSync();
});
afterEach(() => jest.useRealTimers());

test('keystrokes become one save, 800 ms after the last', async () => {
  save.mockResolvedValue(savedAs({ data: { title: '山货直供店' } }));
  const keeper = keep();
  keeper.change('title', '山货直供小');
  await jest.advanceTimersByTimeAsync(799);
  keeper.change('title', '山货直供店');
  await jest.advanceTimersByTimeAsync(799);
  expect(save).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(save).toHaveBeenCalledTimes(1);
  expect(save.mock.lastCall?.[0]).toEqual({
    entryId,
    section: 'project',
    version: 3,
    data: { title: '山货直供店' },
  });
  expect(keeper.read().phase).toBe('saved');
  expect(onDevice()).toBe('');
});

test('the device is written to once a pause, not with every key, and at once when the page is left', async () => {
  save.mockRejectedValue(networkFailure());
  const writes = () => jest.mocked(Taro.setStorageSync).mock.calls.length;
  const keeper = keep();
  const before = writes();
  for (const typed of ['s', 'sh', 'sha', '山', '山货', '山货店']) {
    keeper.change('title', typed);
    await jest.advanceTimersByTimeAsync(80);
  }
  expect(writes()).toBe(before);
  await jest.advanceTimersByTimeAsync(300);
  expect(writes()).toBe(before + 1);
  expect(onDevice().values).toEqual({ title: '山货店' });
  keeper.change('title', '山货店铺');
  void keeper.flush();
  expect(writes()).toBe(before + 2);
  expect(onDevice().values).toEqual({ title: '山货店铺' });
  keeper.close();
  await jest.advanceTimersByTimeAsync(2000);
  expect(writes()).toBe(before + 2);
});

test('what was typed while a save ran is saved after it, over the new version', async () => {
  let answer: (view: ReturnType<typeof sectionView>) => void = () => undefined;
  save.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)) as ReturnType<typeof save>);
  save.mockResolvedValueOnce(sectionView({ version: 5, data: { title: '乙' } }));
  const keeper = keep();
  keeper.change('title', '甲');
  await jest.advanceTimersByTimeAsync(800);
  keeper.change('title', '乙');
  answer(savedAs({ data: { title: '甲' } }));
  await jest.advanceTimersByTimeAsync(0);
  expect(save.mock.calls.map(([input]) => [input.version, input.data.title])).toEqual([
    [3, '甲'],
    [4, '乙'],
  ]);
  expect(keeper.read().values.title).toBe('乙');
});

test('without a network the words stay on the device, and the same save is sent again under the same key', async () => {
  save.mockRejectedValueOnce(networkFailure());
  save.mockResolvedValueOnce(savedAs({ data: { title: '甲' } }));
  const keeper = keep();
  keeper.change('title', '甲');
  await jest.advanceTimersByTimeAsync(800);
  expect(keeper.read().phase).toBe('offline');
  expect(onDevice()).toEqual({ version: 3, base: { title: '山货直供' }, values: { title: '甲' } });
  await jest.advanceTimersByTimeAsync(5000);
  expect(save).toHaveBeenCalledTimes(2);
  expect(save.mock.calls[1]).toEqual(save.mock.calls[0]);
  expect(keeper.read().phase).toBe('saved');
});

test('words left on the device by a killed page are taken up and saved', async () => {
  save.mockResolvedValue(savedAs({ data: { title: '没存上的' } }));
  Taro.setStorageSync(`xinghuo-draft:${entryId}:project`, {
    version: 3,
    base: { title: '山货直供' },
    values: { title: '没存上的' },
  });
  const keeper = keep();
  expect(keeper.read().values.title).toBe('没存上的');
  await jest.advanceTimersByTimeAsync(0);
  expect(save.mock.lastCall?.[0].data).toEqual({ title: '没存上的' });
  expect(onDevice()).toBe('');
});

test('a stale write keeps both values until a person has chosen, and saves the choice over the newest version', async () => {
  const theirs = savedAs({ data: { title: '对方的', summary: '对方的简介' } });
  save.mockRejectedValueOnce(new Failure('CASE_STALE', '内容已在别处更新', {}, theirs));
  save.mockResolvedValueOnce(sectionView({ version: 5, data: { title: '我的', summary: '对方的简介' } }));
  const keeper = keep();
  keeper.change('title', '我的');
  await jest.advanceTimersByTimeAsync(800);
  expect(keeper.read().conflict?.merged).toEqual({
    values: { title: '我的', summary: '对方的简介' },
    contested: ['title'],
    taken: ['summary'],
  });
  await keeper.settle([]);
  expect(save.mock.lastCall?.[0]).toMatchObject({ version: 4, data: { title: '我的', summary: '对方的简介' } });
  expect(keeper.read().phase).toBe('saved');
});

test('changes of two people in different fields are both kept without asking', async () => {
  const theirs = savedAs({ data: { title: '山货直供', summary: '对方的简介' } });
  save.mockRejectedValueOnce(new Failure('CASE_STALE', '内容已在别处更新', {}, theirs));
  save.mockResolvedValueOnce(sectionView({ version: 5, data: { title: '我的', summary: '对方的简介' } }));
  const keeper = keep();
  keeper.change('title', '我的');
  await jest.advanceTimersByTimeAsync(800);
  expect(keeper.read().conflict).toBeNull();
  expect(keeper.read().taken).toEqual(['summary']);
  expect(save.mock.lastCall?.[0]).toMatchObject({ version: 4, data: { title: '我的', summary: '对方的简介' } });
});

test('a sealed value goes to the server and never to the device', async () => {
  save.mockRejectedValueOnce(networkFailure());
  const keeper = keep(sectionView({ section: 'leader', data: { name: '王小燕' } }));
  keeper.change('name', '王晓燕');
  keeper.seal('idNumber', '141000199003076547');
  await jest.advanceTimersByTimeAsync(0);
  expect(save.mock.lastCall?.[0]).toMatchObject({
    data: { name: '王晓燕' },
    sealed: { idNumber: '141000199003076547' },
  });
  expect(stored()).toContain('王晓燕');
  expect(stored()).not.toContain('141000199003076547');
});

test('a refused number is told beside its field and does not hold back the words', async () => {
  save.mockRejectedValueOnce(
    new Failure('FORM_FIELD_WRONG', '有内容填写有误，已在下方标红说明', {
      idNumber: '身份证号有误，请对照身份证逐位核对',
    }),
  );
  save.mockResolvedValueOnce(savedAs({ section: 'leader', data: { name: '王晓燕' } }));
  const keeper = keep(sectionView({ section: 'leader', data: { name: '王小燕' } }));
  keeper.change('name', '王晓燕');
  keeper.seal('idNumber', '141000199003076540');
  await jest.advanceTimersByTimeAsync(0);
  expect(keeper.read().sealedProblems).toEqual({ idNumber: '身份证号有误，请对照身份证逐位核对' });
  expect(save.mock.lastCall?.[0]).toEqual({ entryId, section: 'leader', version: 3, data: { name: '王晓燕' } });
  expect(keeper.read().phase).toBe('saved');
});

test('what the server keeps plain is not sent again and again, and the field stays as it was typed', async () => {
  save.mockResolvedValue(savedAs({ data: { title: '山货' } }));
  const keeper = keep();
  keeper.change('title', ' 山\u200b货 ');
  expect(await keeper.flush()).toBe(true);
  expect(save.mock.calls.map(([input]) => input.data)).toEqual([{ title: '山货' }]);
  expect(keeper.read().values.title).toBe(' 山\u200b货 ');
  expect(onDevice()).toBe('');
});

test('an identity number in the open never leaves; what was typed beside it is saved, and it stays on this device', async () => {
  save.mockResolvedValue(savedAs({ data: { title: '山货直供', summary: '乙' } }));
  const keeper = keep();
  keeper.change('title', '山货 141000199003076549');
  keeper.change('summary', '乙');
  expect(keeper.read().held).toEqual({ title: '请不要在这里填写身份证号，删去后再保存' });
  expect(await keeper.flush()).toBe(false);
  expect(save.mock.calls.map(([input]) => input.data)).toEqual([{ title: '山货直供', summary: '乙' }]);
  expect(keeper.read()).toMatchObject({ phase: 'refused', refusal: '请先改好标红的内容' });
  expect(onDevice()).toMatchObject({ values: { title: '山货 141000199003076549' } });
  save.mockResolvedValue(savedAs({ data: { title: '山货', summary: '乙' } }));
  keeper.change('title', '山货');
  expect(keeper.read().held).toEqual({});
  expect(await keeper.flush()).toBe(true);
  expect(onDevice()).toBe('');
});
