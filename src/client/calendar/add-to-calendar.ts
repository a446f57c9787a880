import Taro from '@tarojs/taro';
import { Failure, privacyFailure } from '../transport/failure';

/** A whole day, `YYYY-MM-DD` in Shanghai. */
type Day = { date: string; title: string; note: string };

const shanghaiMorning = (date: string): number => Date.parse(`${date}T00:00:00+08:00`) / 1000;

/**
 * Puts days into the phone's calendar, with a reminder a day before: in WeChat one after the other, in a browser as a file that the calendar
 * opens.
 * @param ics the same days as a calendar file
 * @returns `false` when the person put the question away; rejects with Failure when WeChat or the phone said no
 */
export async function addToCalendar(days: readonly Day[], ics: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    download(ics);
    return true;
  }
  for (const { date, title, note } of days) {
    const startTime = shanghaiMorning(date);
    try {
      await Taro.addPhoneCalendar({
        title,
        description: note,
        startTime,
        endTime: String(startTime + 86_400),
        allDay: true,
        alarm: true,
        alarmOffset: 15 * 3600,
      });
    } catch (error) {
      return insistOrPutAway(error);
    }
  }
  return true;
}

function insistOrPutAway(error: unknown): false {
  const words = String((error as { errMsg?: string } | null)?.errMsg ?? '');
  const refusal = privacyFailure(error);
  if (refusal) throw refusal;
  if (words.includes('cancel')) return false;
  throw new Failure('CALENDAR_REFUSED', '没有加入日历。请在手机设置里允许微信使用日历后再试');
}

function download(ics: string): void {
  const address = URL.createObjectURL(new Blob([ics], { type: 'text/calendar;charset=utf-8' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = 'xinghuo.ics';
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser has taken the bytes once it began to save them.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
