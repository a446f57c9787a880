import Taro from '@tarojs/taro';
import { addToCalendar } from '../../../src/client/calendar/add-to-calendar';
import type { Failure } from '../../../src/client/transport/failure';

const home = process.env.TARO_ENV;
beforeEach(() => {
  process.env.TARO_ENV = 'weapp';
  jest.mocked(Taro.addPhoneCalendar).mockReset();
});
afterEach(() => {
  process.env.TARO_ENV = home;
});

const days = [
  { date: '2026-12-13', title: '报名截止', note: '蒲县赛场' },
  { date: '2026-12-27', title: '评审开始', note: '蒲县赛场' },
];
const refusing = (errMsg: string) => jest.mocked(Taro.addPhoneCalendar).mockRejectedValueOnce({ errMsg } as never);

test('in WeChat each day is put into the phone’s calendar as a whole one, with a reminder on the morning before', async () => {
  expect(await addToCalendar(days, '')).toBe(true);
  const first = Date.parse('2026-12-13T00:00:00+08:00') / 1000;
  expect(jest.mocked(Taro.addPhoneCalendar).mock.calls.map(([asked]) => asked)).toEqual([
    expect.objectContaining({
      title: '报名截止',
      description: '蒲县赛场',
      startTime: first,
      endTime: String(first + 86_400),
      allDay: true,
      alarm: true,
      alarmOffset: 15 * 3600,
    }),
    expect.objectContaining({ title: '评审开始', startTime: first + 14 * 86_400 }),
  ]);
});

test('a question that is put away is no fault and asks no second one; a calendar that is closed to WeChat says what to do', async () => {
  refusing('addPhoneCalendar:fail cancel');
  expect(await addToCalendar(days, '')).toBe(false);
  expect(jest.mocked(Taro.addPhoneCalendar)).toHaveBeenCalledTimes(1);
  refusing('addPhoneCalendar:fail system permission denied');
  await expect(addToCalendar(days, '')).rejects.toMatchObject({ code: 'CALENDAR_REFUSED' } satisfies Partial<Failure>);
});
