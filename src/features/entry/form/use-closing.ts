import { dayMs } from '@shared/kernel/moment-words';
import { fromRfc3339 } from '@shared/kernel/shanghai';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { serverNow } from '../../../client/server-clock';
import type { EntryView } from '../entry-view';

/** In these last milliseconds the seconds are counted down. */
const lastMinutesMs = 600_000;
/** The longest pause between two looks at the clock: no timer lives longer than 24 days, and a phone may sleep. */
const longestPause = 3_600_000;

/** How near an entry's closing is: not worth a word, its last day, its last ten minutes, over. */
export type Stage = 'far' | 'day' | 'minutes' | 'over';

const stageOf = (left: number): Stage => {
  if (left <= 0) return 'over';
  if (left <= lastMinutesMs) return 'minutes';
  return left <= dayMs ? 'day' : 'far';
};

/** Until when the team may send this entry in; null when nothing waits for them. */
export const closingOf = ({ state, signUpClosesAt, correctionDueAt }: EntryView): string | null => {
  if (state === 'draft') return signUpClosesAt;
  return state === 'returned' ? correctionDueAt : null;
};

const leftOf = (closesAt: string | null): number =>
  closesAt === null ? Number.POSITIVE_INFINITY : (fromRfc3339(closesAt) ?? Number.POSITIVE_INFINITY) - serverNow();

/** Looks at the server's clock whenever `show` says that it changes what is seen, and as the page comes back into view. */
function useLooked<Seen>(closesAt: string | null, see: (left: number) => Seen, pause: (left: number) => number): Seen {
  const [seen, setSeen] = useState(() => see(leftOf(closesAt)));
  useDidShow(() => setSeen(see(leftOf(closesAt))));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = () => {
      const left = leftOf(closesAt);
      setSeen(see(left));
      timer = left > 0 && Number.isFinite(left) ? setTimeout(look, Math.min(pause(left), longestPause)) : null;
    };
    look();
    return () => {
      if (timer !== null) clearTimeout(timer);
    };
  }, [closesAt, see, pause]);
  return seen;
}

const untilNextStage = (left: number): number =>
  left > dayMs ? left - dayMs : left > lastMinutesMs ? left - lastMinutesMs : left;

/** How near the closing is; changes three times at most, so that a whole page may hang on it. */
export const useClosing = (closesAt: string | null): Stage => useLooked(closesAt, stageOf, untilNextStage);

const exactly = (left: number): number => left;
const untilNextWords = (left: number): number => left % (left <= lastMinutesMs ? 1000 : 60_000) || 1000;

/** Milliseconds left, as often as the words for them change: each minute, each second in the last ten minutes. */
export const useLeft = (closesAt: string): number => useLooked(closesAt, exactly, untilNextWords);
