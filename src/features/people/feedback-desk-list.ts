import { useInfiniteQuery } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useRef } from 'react';
import { api } from '../../client/api';

export type Feedback = Awaited<ReturnType<typeof api.people.listFeedback>>['items'][number];

/** What people wrote, 20 at a time: the waiting ones by the day they fall due, or the answered ones. */
export function useFeedbackList(answered: boolean) {
  const query = useInfiniteQuery({
    queryKey: ['people', 'feedback', answered],
    queryFn: ({ pageParam }) => api.people.listFeedback({ answered, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
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
  return query;
}
