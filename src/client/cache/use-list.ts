import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useRef } from 'react';

type PageOf<Row> = { items: Row[]; next: string | null };

/**
 * A list that pages by keyset, 20 at a time: more at the bottom, anew when pulled down or when the page comes back into view.
 * While another filter's rows are on their way, `rows` is null and `first` still holds the former page's choices.
 * @param key names the list and its filter
 * @param ask asks for the page behind a cursor; null is the first
 */
export function useList<Row, Page extends PageOf<Row>>(
  key: QueryKey,
  ask: (cursor: string | null) => Promise<Page & PageOf<Row>>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    enabled,
  });
  const latest = useRef(query);
  latest.current = query;

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current && enabled) void latest.current.refetch();
    shownBefore.current = true;
  });
  usePullDownRefresh(() => {
    const asked = enabled ? latest.current.refetch() : Promise.resolve();
    void asked.finally(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => {
    const { hasNextPage, isFetching, fetchNextPage } = latest.current;
    if (hasNextPage && !isFetching) void fetchNextPage();
  });

  const pages = query.data?.pages ?? [];
  return {
    rows: query.data && !query.isPlaceholderData ? pages.flatMap((page) => page.items) : null,
    first: pages[0] ?? null,
    pending: query.isPending,
    error: query.error,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}
