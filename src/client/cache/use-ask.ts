import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/**
 * Reads through the cache; what is known is shown at once, and asked again each time the page comes back into view.
 * @param key such as `['entry', 'get', entryId]`
 */
export function useAsk<Answer>(key: QueryKey, ask: () => Promise<Answer>, enabled = true) {
  const query = useQuery({ queryKey: key, queryFn: ask, enabled });
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current && enabled) void query.refetch();
    shownBefore.current = true;
  });
  return query;
}
