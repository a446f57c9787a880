import Taro from '@tarojs/taro';
import { confirmDanger } from '../../../src/ui/sheets/confirm';

const asked = { title: '撤回报名', body: '撤回后本次报名不再审核。', confirm: '撤回' };

test('Only a confirmation is a yes', async () => {
  expect(await confirmDanger(asked)).toBe(true);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  expect(await confirmDanger(asked)).toBe(false);
});

test('The question says what will happen and what is done', async () => {
  await confirmDanger(asked);
  expect(jest.mocked(Taro.showModal).mock.calls[0]?.[0]).toEqual({
    title: '撤回报名',
    content: '撤回后本次报名不再审核。',
    confirmText: '撤回',
    cancelText: '取消',
    confirmColor: '#C2331C',
  });
});

test('Words longer than the platform shows give way to a plain one', async () => {
  await confirmDanger({ ...asked, confirm: '确认撤回报名' });
  expect(jest.mocked(Taro.showModal).mock.calls[0]?.[0]?.confirmText).toBe('确定');
});
