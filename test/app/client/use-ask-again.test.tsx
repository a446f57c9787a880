import Taro from '@tarojs/taro';
import { act, renderHook } from '@testing-library/react';
import { useAskAgain } from '../../../src/client/cache/use-ask-again';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

function watch(awaited: boolean) {
  const asked: number[] = [];
  const began = Date.now();
  const refetch = async () => void asked.push(Date.now() - began);
  const hook = renderHook((on: boolean) => useAskAgain(on, refetch), { initialProps: awaited });
  return { asked, ...hook };
}

test('asks after a second, then after ever longer pauses up to five seconds', async () => {
  const { asked } = watch(true);
  await pass(23_000);
  expect(asked).toEqual([1000, 2500, 4750, 8125, 13_125, 18_125]);
});

test('asks nothing when nothing is awaited, and no more once it has come', async () => {
  const { asked, rerender } = watch(false);
  await pass(10_000);
  expect(asked).toEqual([]);
  rerender(true);
  await pass(1000);
  rerender(false);
  await pass(10_000);
  expect(asked).toEqual([11_000]);
});

test('asks nothing while another page is in front, nor when the page is gone', async () => {
  const { asked, unmount } = watch(true);
  const [hide] = jest.mocked(Taro.useDidHide).mock.lastCall ?? [];
  await act(async () => hide?.());
  await pass(10_000);
  expect(asked).toEqual([]);
  unmount();

  const other = watch(true);
  other.unmount();
  await pass(10_000);
  expect(other.asked).toEqual([]);
});
