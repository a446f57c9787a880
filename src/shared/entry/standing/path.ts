import { formatDayZh } from '../../kernel/shanghai';
import { entryLifecycle } from '../lifecycle';
import type { EntryState } from '../states';

/** A station on an entry's way: what it is called, when or how long, and whether the entry has passed it. */
export type Station = { zh: string; noteZh: string; standing: 'done' | 'now' | 'ahead' };

type OnItsWay = {
  state: EntryState;
  /** How many times staff returned it. */
  returns: number;
  /** The days of its first and latest submission, `YYYY-MM-DD`; null before. */
  firstSubmitted: string | null;
  submitted: string | null;
  clocks: { firstReview: number; reReview: number };
  /** What the edition calls what comes after the review, and when that is. */
  next: { zh: string; noteZh: string };
};

const workdays = (days: number) => `${days} 工作日`;
const dayOf = (date: string | null) => (date === null ? '' : formatDayZh(date));

/**
 * The way of one entry in at most five stations: filled in, sent in, corrected where it was returned, reviewed, and what comes next. One station
 * is where it stands now; what is past has its day, what is ahead the working days that are promised (rules §2.4).
 */
export function pathOf({ state, returns, firstSubmitted, submitted, clocks, next }: OnItsWay): Station[] {
  const returned = returns > 0;
  const { waits } = entryLifecycle.states[state];
  const at = state === 'draft' ? 0 : state === 'returned' ? 2 : waits === 'staff' ? (returned ? 3 : 2) : 9;
  const stations = [
    { zh: '填写', past: dayOf(firstSubmitted), ahead: '' },
    { zh: '提交', past: dayOf(firstSubmitted), ahead: '截止前' },
    ...(returned ? [{ zh: '补正', past: dayOf(submitted), ahead: '' }] : []),
    returned
      ? { zh: '复审', past: '已通过', ahead: workdays(clocks.reReview) }
      : { zh: '审核', past: '已通过', ahead: workdays(clocks.firstReview) },
  ];
  const told = stations.map(({ zh, past, ahead }, i): Station => {
    const standing = i < at ? 'done' : i === at ? 'now' : 'ahead';
    return { zh, noteZh: standing === 'now' ? '现在' : standing === 'done' ? past : ahead, standing };
  });
  return [...told, { ...next, standing: 'ahead' }];
}
