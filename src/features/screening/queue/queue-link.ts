import { isDate } from '@shared/kernel/shanghai';
import { splitGraphemes } from '@shared/kernel/typed/graphemes';
import { link } from '@shared/routes';
import type { api } from '../../../client/api';

export type QueueFilter = Parameters<typeof api.screening.queue>[0]['filter'];
export type QueueRow = Awaited<ReturnType<typeof api.screening.queue>>['items'][number];

export const claimedChoices: ReadonlyArray<{ value: QueueFilter['claimed']; zh: string }> = [
  { value: 'any', zh: '全部' },
  { value: 'mine', zh: '我的' },
  { value: 'none', zh: '待受理' },
  { value: 'others', zh: '他人' },
];

/** What waits, for whoever looks: the queue as the workbench opens it. */
export const wholeQueue: QueueFilter = {
  contestId: null,
  state: 'waiting',
  trackCode: null,
  claimed: 'any',
  overdue: false,
  q: '',
};

/** Reads a filter from a page's parameters; what is missing or unknown stays as in the whole queue. */
export function filterFrom(params: Readonly<Record<string, string | undefined>>): QueueFilter {
  const claimed = claimedChoices.find(({ value }) => value === params.claimed)?.value;
  return {
    contestId: params.contestId || null,
    state: params.state || wholeQueue.state,
    trackCode: params.trackCode || null,
    claimed: claimed ?? wholeQueue.claimed,
    overdue: params.overdue === '1',
    ...(params.dueOn !== undefined && isDate(params.dueOn) && { dueOn: params.dueOn }),
    q: splitGraphemes(params.q ?? '')
      .slice(0, 40)
      .join(''),
  };
}

/** A filter as the parameters of a page; only what differs from the whole queue stands in them. */
export const queueParams = (filter: QueueFilter): Record<string, string | null | undefined> => ({
  contestId: filter.contestId,
  state: filter.state === wholeQueue.state ? null : filter.state,
  trackCode: filter.trackCode,
  claimed: filter.claimed === wholeQueue.claimed ? null : filter.claimed,
  overdue: filter.overdue ? '1' : null,
  dueOn: filter.dueOn,
  q: filter.q,
});

/** The link that opens the queue under a filter. */
export const queueLink = (filter: QueueFilter): string => link('staff/queue', queueParams(filter));

/** How many filters are set besides the search, to say so on a closed sheet. */
export const filtersSet = (filter: QueueFilter): number =>
  [
    filter.contestId !== null,
    filter.state !== wholeQueue.state,
    filter.trackCode !== null,
    filter.overdue,
    filter.dueOn !== undefined,
  ].filter(Boolean).length;

/**
 * Writes the filter into the browser's address without opening the page anew, so that a reload or a copied address shows
 * the same list. WeChat has no address to write to: there the page itself lives on while others are opened over it.
 */
export function keepInAddress(address: string): void {
  if (process.env.TARO_ENV === 'h5') window.history.replaceState(window.history.state, '', address);
}
