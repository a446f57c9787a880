import { act, render, screen } from '@testing-library/react';
import { silence } from '../../../../src/client/transport/failure';
import { BrowserDesk } from '../../../../src/features/people/web-sign-in/browser-desk';
import { api } from '../../../support/api';

const { beginWebSignIn, webSignIn, takeWebSession } = api.people;
const scan = 'a'.repeat(38);
const expiresAt = '2026-11-25T10:05:00+08:00';
let wishes = 0;
const answers = (
  ...states: Array<{ state: 'waiting' | 'seen' | 'confirmed' | 'refused' | 'over'; matchNumber?: string }>
) => {
  for (const { state, matchNumber = null } of states) {
    jest.mocked(webSignIn).mockResolvedValueOnce({ state, scan: state === 'waiting' ? scan : null, matchNumber });
  }
};
const onSession = jest.fn();
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers();
  wishes = 0;
  jest.mocked(webSignIn).mockReset().mockResolvedValue({ state: 'waiting', scan, matchNumber: null });
  jest.mocked(beginWebSignIn).mockImplementation(async () => {
    wishes += 1;
    return { secret: `secret-${wishes}`, code: `1234567${wishes}`, scan, expiresAt, now: expiresAt };
  });
  jest.mocked(takeWebSession).mockResolvedValue({ session: 'the-session' });
});
afterEach(() => jest.useRealTimers());

const show = async () => {
  const shown = render(<BrowserDesk onSession={onSession} />);
  await pass(0);
  return shown;
};

test('the code stands there to be scanned and typed; once a phone has it, its number; once it confirms, the session is fetched once', async () => {
  await show();
  expect(screen.getByText('1234 5671')).toBeTruthy();
  expect(screen.getByRole('img', { name: '登录二维码' })).toBeTruthy();
  answers({ state: 'waiting' }, { state: 'seen', matchNumber: '47' }, { state: 'confirmed' });
  await pass(2000);
  await pass(2000);
  expect(screen.getByText('47')).toBeTruthy();
  expect(screen.queryByText('1234 5671')).toBeNull();
  await pass(1000);
  expect(jest.mocked(takeWebSession).mock.calls).toEqual([[{ secret: 'secret-1' }]]);
  expect(onSession.mock.calls).toEqual([['the-session']]);
  await pass(60_000);
  expect(webSignIn).toHaveBeenCalledTimes(3);
});

test('a code that is over is renewed by itself five times; then nobody is asked until somebody wants another', async () => {
  await show();
  jest.mocked(webSignIn).mockResolvedValue({ state: 'over', scan: null, matchNumber: null });
  await pass(60_000);
  expect(wishes).toBe(6);
  const asked = jest.mocked(webSignIn).mock.calls.length;
  await pass(600_000);
  expect(webSignIn).toHaveBeenCalledTimes(asked);
  jest.mocked(webSignIn).mockResolvedValue({ state: 'waiting', scan, matchNumber: null });
  act(() => screen.getByRole('button', { name: '重新获取登录码' }).click());
  await pass(0);
  expect(screen.getByText('1234 5677')).toBeTruthy();
});

test('a phone that says no is told, and a strange phone is got rid of by another code', async () => {
  await show();
  answers({ state: 'seen', matchNumber: '47' });
  await pass(2000);
  act(() => screen.getByRole('button', { name: '不是我的手机，换一个' }).click());
  await pass(0);
  expect(screen.getByText('1234 5672')).toBeTruthy();
  answers({ state: 'refused' });
  await pass(2000);
  expect(screen.getByText('手机上已拒绝这次登录')).toBeTruthy();
  await pass(60_000);
  expect(onSession).not.toHaveBeenCalled();
});

test('silence is told, and asked through; who waits longer is asked about more seldom', async () => {
  await show();
  jest.mocked(webSignIn).mockRejectedValueOnce(silence('NETWORK'));
  await pass(2000);
  expect(screen.getByText('网络不通，内容还在，请检查网络后重试')).toBeTruthy();
  await pass(4000);
  expect(screen.queryByText('网络不通，内容还在，请检查网络后重试')).toBeNull();
  await pass(60_000);
  const before = jest.mocked(webSignIn).mock.calls.length;
  await pass(60_000);
  expect(jest.mocked(webSignIn).mock.calls.length - before).toBe(15);
});

test('a page that is left asks no more', async () => {
  const { unmount } = await show();
  unmount();
  await pass(60_000);
  expect(webSignIn).not.toHaveBeenCalled();
});
