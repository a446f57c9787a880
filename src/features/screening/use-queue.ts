import { useInfiniteQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useRef } from 'react';
import { api } from '../../client/api';
import type { QueueFilter } from './queue-link';

/** The queue under one filter, 20 rows at a time; asked again when the page comes back into view or is pulled down. */
export function useQueue(filter: QueueFilter) {
  const query = useInfiniteQuery({
    queryKey: ['screening', 'queue', filter],
    queryFn: ({ pageParam }) => api.screening.queue({ filter, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The filters' choices stay on show while another filter's rows are on their way.
    placeholderData: (before) => before,
  });
  const latest = useRef(query);
  latest.current = query;

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void latest.current.refetch();
    shownBefore.current = true;
  });
  usePullDownRefresh(() => {
    void latest.current.refetch().finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => {
    const { hasNextPage, isFetching, fetchNextPage } = latest.current;
    if (hasNextPage && !isFetching) void fetchNextPage();
  });

  const pages = query.data?.pages ?? [];
  return {
    rows: query.isPlaceholderData ? null : (query.data && pages.flatMap((page) => page.items)) || null,
    first: pages[0] ?? null,
    error: query.error,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

/** 「共 37 个」; beyond what is counted 「1000+ 个」. */
export const totalWords = (total: { count: number; more: boolean }): string =>
  total.more ? `${total.count}+ 个` : `共 ${total.count} 个`;
