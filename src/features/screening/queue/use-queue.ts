import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import type { QueueFilter } from './queue-link';

/** The queue under one filter, 20 rows at a time. */
export const useQueue = (filter: QueueFilter) =>
  useList(['screening', 'queue', filter], (cursor) => api.screening.queue({ filter, cursor }));

/** “37”; beyond what is counted “1000 多”. */
export const totalNumber = (total: { count: number; more: boolean }): string =>
  total.more ? `${total.count} 多` : `${total.count}`;

/** “共 37 个”; beyond what is counted “超过 1000 个”. */
export const totalWords = (total: { count: number; more: boolean }): string =>
  total.more ? `超过 ${total.count} 个` : `共 ${total.count} 个`;
